import { messagesIn } from "@/messages/catalogue";
import type { Say } from "./say";

/** `2026-11-23` as "week of 23 November 2026", `2026-11` as "November 2026"; anything else as it is. */
export function periodText(period: string, say: Say): string {
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return say.text("reminder.weekOf", { day: say.day(period) });
  if (!/^\d{4}-\d\d$/.test(period)) return period;
  const { formats } = messagesIn(say.language).language;
  const month = new Intl.DateTimeFormat(formats, { year: "numeric", month: "long", timeZone: "UTC" });
  return month.format(new Date(`${period}-01T00:00:00Z`));
}
