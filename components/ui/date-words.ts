import { counted } from "./plural";

// Own names instead of Intl's: those differ between releases, and server and browser must print the same.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function dayWords(year: number, month: number, day: number): string {
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** `2026-11-23` as `23 Nov 2026`. */
export function dayOf(isoDate: string): string {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  return dayWords(year, month, day);
}

/** The calendar day of a moment in `timeZone` (an IANA name or `+05:30`): `23 Nov 2026`. */
export function shortDate(iso: string, timeZone: string): string {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(timeZone);
  if (offset) return dayOf(shifted(iso, offset).toISOString().slice(0, 10));
  const format = new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "numeric", day: "numeric" });
  const read = Object.fromEntries(format.formatToParts(new Date(iso)).map((part) => [part.type, Number(part.value)]));
  return dayWords(read.year ?? 0, read.month ?? 1, read.day ?? 1);
}

/** The moment whose UTC clock shows what a clock at that offset shows; Intl of Node 20 knows no offsets. */
function shifted(iso: string, [, sign, hours, minutes]: RegExpExecArray): Date {
  const offset = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
  return new Date(Date.parse(iso) + (sign === "-" ? -offset : offset));
}

/** `23 Nov 2026, 22:28 UTC` */
export function exactUtc(iso: string): string {
  const at = new Date(iso);
  const time = at.toISOString().slice(11, 16);
  return `${dayWords(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())}, ${time} UTC`;
}

/** How long before `asOf` something was: `just now`, `2 minutes ago`, `40 days ago`. */
export function ago(iso: string, asOf: string): string {
  const passed = Date.parse(asOf) - Date.parse(iso);
  if (passed < MINUTE_MS) return "just now";
  if (passed < HOUR_MS) return `${counted(Math.floor(passed / MINUTE_MS), "minute")} ago`;
  if (passed < DAY_MS) return `${counted(Math.floor(passed / HOUR_MS), "hour")} ago`;
  if (passed < 2 * DAY_MS) return "yesterday";
  return `${counted(Math.floor(passed / DAY_MS), "day")} ago`;
}

/** `2026-11-23` and 90 as `2027-02-21`. */
export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
