import { counted } from "@/components/ui/plural";
import type { UnconfirmedRule } from "@/lib/review/schema";
import type { Cadence } from "@/lib/settings/schema";

const UNIT: Record<Cadence, string> = { weekly: "week", monthly: "month" };

/** A choice of the rule, in the unit of the reminders. */
export function ruleLabel(rule: UnconfirmedRule, cadence: Cadence): string {
  return rule === "off" ? "Never: they stay public" : `After ${counted(Number(rule), UNIT[cadence])}`;
}

/** Whether `to` leaves unconfirmed sites public for longer than `from`: the weaker rule takes a proof. */
export function isWeaker(to: UnconfirmedRule, from: UnconfirmedRule): boolean {
  return periodsOf(to) > periodsOf(from);
}

/** What the chosen rule will do, before it is saved. */
export function ruleMeaning(rule: UnconfirmedRule, cadence: Cadence): string {
  if (rule === "off") return "Every reminder asks about each public site; nothing becomes private by itself.";
  const before = cadence === "weekly" ? "2 days and 1 day" : "7 days and 1 day";
  return `A site that nobody confirms for ${counted(Number(rule), UNIT[cadence])} becomes private by itself. Every Super User gets a mail ${before} before. It counts from the moment this is saved.`;
}

function periodsOf(rule: UnconfirmedRule): number {
  return rule === "off" ? Number.POSITIVE_INFINITY : Number(rule);
}
