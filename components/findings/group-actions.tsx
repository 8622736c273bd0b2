"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { type FindingKind, mayBeIntended } from "@/lib/ledger/facts/finding-terms";
import { type FindingHandlers, findingActions } from "./finding-actions";

type GroupActionsProps = FindingHandlers & {
  kind: FindingKind;
  /** the id of the heading that says what they are about */
  labelledBy: string;
  chosen: readonly NamedSite[];
  disabled: boolean;
  /** in the line of others: they wrap together */
  inLine: boolean;
};

/** What can be done about a kind of finding, for the chosen sites; each opens a dialog that names them. */
export function GroupActions({ kind, labelledBy, chosen, disabled, inLine, ...handlers }: GroupActionsProps) {
  const say = useTranslations("findings");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div role="group" aria-labelledby={labelledBy} className={inLine ? "contents" : "flex flex-wrap gap-2"}>
      {findingActions[kind].map((action, at) => (
        <Button
          key={action}
          size="sm"
          variant={at === 0 ? "primary" : "secondary"}
          disabled={disabled}
          onClick={() => (action === "revoke" ? handlers.onRevoke(chosen) : handlers.onMend(action, chosen))}
        >
          {say(`deeds.${action}`)}
        </Button>
      ))}
      {mayBeIntended(kind) && (
        <Button size="sm" variant="quiet" disabled={disabled} onClick={() => handlers.onAcknowledge(kind, chosen)}>
          {say("deeds.intend")}
        </Button>
      )}
    </div>
  );
}
