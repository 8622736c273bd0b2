import type { Cadence, UnconfirmedRule } from "@/lib/ledger/settings/terms";
import type { SaySettings } from "./say-settings";

/** A choice of the rule, in the unit of the reminders. */
export function ruleLabel(say: SaySettings, rule: UnconfirmedRule, cadence: Cadence): string {
  if (rule === "off") return say("unconfirmed.off");
  return say(cadence === "weekly" ? "unconfirmed.weeks" : "unconfirmed.months", { count: Number(rule) });
}

/** What the chosen rule will do, before it is saved. */
export function ruleMeaning(say: SaySettings, rule: UnconfirmedRule, cadence: Cadence): string {
  if (rule === "off") return say("unconfirmed.offMeaning");
  const message = cadence === "weekly" ? "unconfirmed.weeksMeaning" : "unconfirmed.monthsMeaning";
  return say(message, { count: Number(rule) });
}

/** Whether `to` leaves unconfirmed sites public for longer than `from`: the weaker rule takes a proof. */
export function isWeaker(to: UnconfirmedRule, from: UnconfirmedRule): boolean {
  return periodsOf(to) > periodsOf(from);
}

function periodsOf(rule: UnconfirmedRule): number {
  return rule === "off" ? Number.POSITIVE_INFINITY : Number(rule);
}
