import { counted, grouped } from "@/components/ui/plural";
import type { ReviewPage, UnconfirmedRule } from "@/lib/review/schema";

/** `12 of 40 confirmed for the week of 23 November 2026` */
export function progressWords({
  total,
  open,
  periodLabel,
}: Pick<ReviewPage, "total" | "open" | "periodLabel">): string {
  return `${grouped(total - open)} of ${grouped(total)} confirmed for the ${periodLabel}`;
}

/** What happens to a site that nobody confirms. */
export function ruleWords(rule: UnconfirmedRule): string {
  if (rule === "off") {
    return "A site that nobody confirms stays public, and every reminder asks again. The settings can change that.";
  }
  const periods = rule === "1" ? "one reminder period" : `${counted(Number(rule), "reminder period")} in a row`;
  return `A site that nobody confirms for ${periods} becomes private by itself. Every Super User gets a mail before.`;
}
