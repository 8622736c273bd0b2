"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { type FindingKind, mayBeIntended } from "@/lib/ledger/facts/finding-terms";
import { actionsFor, type FindingHandlers } from "./finding-actions";

/** What else can be done is in the details. */
const IN_A_LINE = 2;

type GroupActionsProps = FindingHandlers & {
  kinds: readonly FindingKind[];
  /** the id of the heading that says what they are about */
  labelledBy: string;
  chosen: readonly NamedSite[];
  disabled: boolean;
  /** in the line of others: they wrap together */
  inLine: boolean;
};

/** What can be done about an issue, for the chosen sites, the safe thing first; each opens a dialog that names them. */
export function GroupActions({ kinds, labelledBy, chosen, disabled, inLine, ...handlers }: GroupActionsProps) {
  const t = useTranslations("findings");
  const actions = actionsFor(kinds);
  const intended = kinds.find(mayBeIntended);
  const shown = inLine ? actions.slice(0, IN_A_LINE) : actions;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div role="group" aria-labelledby={labelledBy} className={inLine ? "contents" : "flex flex-wrap gap-2"}>
      {shown.map((action, at) => (
        <Button
          key={action}
          size="sm"
          variant={at === 0 ? "primary" : "secondary"}
          disabled={disabled}
          onClick={() => (action === "revoke" ? handlers.onRevoke(chosen) : handlers.onMend(action, chosen))}
        >
          {t(`actions.${action}`)}
        </Button>
      ))}
      {intended && (!inLine || shown.length < IN_A_LINE) && (
        <Button size="sm" variant="quiet" disabled={disabled} onClick={() => handlers.onAcknowledge(intended, chosen)}>
          {t("actions.intend")}
        </Button>
      )}
    </div>
  );
}
