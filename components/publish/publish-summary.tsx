"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { endsOnFrom } from "@/components/access-change/end-form-schema";
import { useDates } from "@/components/ui/use-dates";
import type { Consequences } from "@/lib/domain/public-access/schema";
import type { PublishDraft } from "./draft";
import { namedOf } from "./named-of";
import type { DraftStep } from "./step-policy";

type PublishSummaryProps = { draft: PublishDraft; consequences: Consequences; onChange: (step: DraftStep) => void };

/** Exactly what the button will do. */
export function PublishSummary({ draft, consequences, onChange }: PublishSummaryProps) {
  const t = useTranslations("publish.hear");
  const tCommands = useTranslations("commands");
  const dates = useDates();
  const endsOn = endsOnFrom(draft, consequences.today);
  return (
    <dl className="flex flex-col gap-4 text-sm">
      <Fact name={tCommands("sites")} onChange={() => onChange("sites")}>
        <ChosenSites sites={namedOf(draft.siteIds, draft.named)} all />
      </Fact>
      <Fact name={tCommands("end.legend")} onChange={() => onChange("reason")}>
        {endsOn === null ? tCommands("end.none") : tCommands("end.until", { day: dates.day(endsOn) })}
      </Fact>
      <Fact name={tCommands("why")} onChange={() => onChange("reason")}>
        <bdi className="break-words">{draft.reason}</bdi>
      </Fact>
      <Fact name={t("title")}>{t("people", { count: consequences.recipientCount })}</Fact>
    </dl>
  );
}

/** One fact; with a way to change it where it was chosen. */
function Fact({ name, onChange, children }: { name: string; onChange?: () => void; children: ReactNode }) {
  const t = useTranslations("publish");
  return (
    <div>
      <dt className="flex items-baseline justify-between gap-4 text-ink-soft">
        {name}
        {onChange && (
          <button type="button" className="min-h-6 text-accent underline" onClick={onChange}>
            {t.rich("change", { what: name, hidden: (text) => <span className="sr-only">{text}</span> })}
          </button>
        )}
      </dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
