"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { type FindingKind, mayBeIntended } from "@/lib/ledger/facts/finding-terms";
import { type FindingHandlers, findingDeeds } from "./finding-deeds";

type GroupDeedsProps = FindingHandlers & {
  kind: FindingKind;
  /** the id of the heading that says what they are about */
  labelledBy: string;
  chosen: readonly NamedSite[];
  disabled: boolean;
  /** in the line of others: they wrap together */
  inLine: boolean;
};

/** What can be done about a kind of finding, for the chosen sites; each opens a dialog that names them. */
export function GroupDeeds({ kind, labelledBy, chosen, disabled, inLine, ...handlers }: GroupDeedsProps) {
  const say = useTranslations("findings");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div role="group" aria-labelledby={labelledBy} className={inLine ? "contents" : "flex flex-wrap gap-2"}>
      {findingDeeds[kind].map((deed, at) => (
        <Button
          key={deed}
          size="sm"
          variant={at === 0 ? "primary" : "secondary"}
          disabled={disabled}
          onClick={() => (deed === "revoke" ? handlers.onRevoke(chosen) : handlers.onMend(deed, chosen))}
        >
          {say(`deeds.${deed}`)}
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
