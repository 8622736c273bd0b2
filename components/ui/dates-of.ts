import type { useFormatter } from "use-intl";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Dates by a formatter at hand: on the server without a component of the browser for each; there, `useDates`. */
export function datesOf(format: Pick<ReturnType<typeof useFormatter>, "dateTime" | "relativeTime">) {
  return {
    /** `2026-11-23`, a calendar day, as `23 Nov 2026` */
    day: (isoDate: string) =>
      format.dateTime(new Date(`${isoDate}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" }),
    /** the day of a moment in the instance's time zone, or in `timeZone` (an IANA name or `+05:30`) */
    dayOf: (iso: string, timeZone?: string) => {
      const at = inZone(new Date(iso), timeZone);
      return format.dateTime(at.date, { dateStyle: "medium", ...at.zone });
    },
    /** the last day of what is over at `endsAt`, the midnight after it */
    lastDay: (endsAt: string, timeZone?: string) => {
      const at = inZone(new Date(Date.parse(endsAt) - 1), timeZone);
      return format.dateTime(at.date, { dateStyle: "medium", ...at.zone });
    },
    /** day and time of a moment in the instance's time zone, or in `timeZone` */
    moment: (iso: string, timeZone?: string) => {
      const at = inZone(new Date(iso), timeZone);
      return format.dateTime(at.date, { dateStyle: "medium", timeStyle: "short", ...at.zone });
    },
    /** `22:28` */
    timeOf: (iso: string) => format.dateTime(new Date(iso), { timeStyle: "short" }),
    /** `23 Nov 2026, 22:28 UTC`: for titles */
    utc: (iso: string) =>
      `${format.dateTime(new Date(iso), { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })} UTC`,
    /** how long before `asOf` something was, so that server and browser say the same: `2 minutes ago` */
    ago: (iso: string, asOf: string) => format.relativeTime(new Date(iso), new Date(asOf)),
  };
}

/** Matomo has zones such as `+05:30`, which Intl of Node 20 does not know: then what a clock there shows, as UTC. */
function inZone(date: Date, timeZone: string | undefined) {
  if (timeZone === undefined) return { date, zone: {} };
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(timeZone);
  if (!offset) return { date, zone: { timeZone } };
  const ahead = Number(offset[2]) * HOUR_MS + Number(offset[3]) * MINUTE_MS;
  return { date: new Date(date.getTime() + (offset[1] === "-" ? -ahead : ahead)), zone: { timeZone: "UTC" } };
}
