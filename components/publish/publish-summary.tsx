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
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const dates = useDates();
  const endsOn = endsOnFrom(draft, consequences.today);
  const sites = namedOf(draft.siteIds, draft.named, (id) => tCommands("site.unnamed", { id: String(id) }));
  return (
    <section className="flex flex-col gap-3 text-sm">
      <h3 className="font-semibold">{t("summary.title")}</h3>
      <dl className="flex flex-col gap-4">
        <Fact name={t("summary.sites")} onChange={() => onChange("sites")}>
          <p className="mb-2">{t("sites.chosen", { count: sites.length })}</p>
          <ChosenSites sites={sites} all />
        </Fact>
        <Fact name={t("summary.when")} onChange={() => onChange("reason")}>
          {endsOn === null
            ? t("summary.open", { count: sites.length })
            : t("summary.until", { day: dates.day(endsOn) })}
        </Fact>
        <Fact name={t("summary.why")} onChange={() => onChange("reason")}>
          <bdi className="break-words">{draft.reason}</bdi>
        </Fact>
        <Fact name={t("summary.told")}>{t("summary.mails", { count: consequences.recipientCount })}</Fact>
      </dl>
    </section>
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
          <button
            type="button"
            aria-label={t("summary.changeWhat", { what: name })}
            className="min-h-6 text-accent underline"
            onClick={onChange}
          >
            {t("summary.change")}
          </button>
        )}
      </dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
