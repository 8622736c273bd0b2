import type { useFormatter, useTranslations } from "use-intl";
import type { ReviewPage, ReviewRow } from "@/lib/domain/review/schema";
import type { UnconfirmedRule } from "@/lib/ledger/settings/terms";

/** Says a message of the room `review`, in the language of whoever reads. */
type ReviewTranslator = ReturnType<typeof useTranslations<"review">>;
type Formatter = Pick<ReturnType<typeof useFormatter>, "dateTime">;

/** `12 of 40 confirmed for the week of 23 November 2026. 2 are new.`: what is new was confirmed by nobody */
export function progressLabel(
  t: ReviewTranslator,
  format: Formatter,
  { total, open, confirmed, periodLabel }: Pick<ReviewPage, "total" | "open" | "confirmed" | "periodLabel">,
): string {
  const isWeek = periodLabel.length === "2026-11-23".length;
  const date = new Date(isWeek ? periodLabel : `${periodLabel}-01`);
  const start = format.dateTime(
    date,
    isWeek ? { dateStyle: "long", timeZone: "UTC" } : { month: "long", year: "numeric", timeZone: "UTC" },
  );
  const words = t(isWeek ? "progress.weekly" : "progress.monthly", { confirmed, total, start });
  const fresh = total - open - confirmed;
  return fresh > 0 ? `${words}. ${t("progress.fresh", { count: fresh })}` : words;
}

/** What happens to a site that nobody confirms. */
export function ruleLabel(t: ReviewTranslator, rule: UnconfirmedRule): string {
  return rule === "off" ? t("rule.off") : t("rule.lapses", { periods: Number(rule) });
}

/** The site's name, also where Matomo has none. */
export function siteLabel(t: ReviewTranslator, { id, name }: Pick<ReviewRow, "id" | "name">): string {
  return name || t("nameless", { id: String(id) });
}
