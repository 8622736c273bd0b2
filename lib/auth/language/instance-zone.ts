import { cookies } from "next/headers";
import { cache } from "react";
import { sessionCookie } from "@/lib/auth/cookie";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { db } from "@/lib/platform/db/client";

/** Offsets that are no whole hour, by a place that keeps them all year. */
const PLACES: Record<string, string> = {
  "+03:30": "Asia/Tehran",
  "+04:30": "Asia/Kabul",
  "+05:30": "Asia/Kolkata",
  "+05:45": "Asia/Kathmandu",
  "+06:30": "Asia/Yangon",
  "+08:45": "Australia/Eucla",
  "+09:30": "Australia/Darwin",
  "-09:30": "Pacific/Marquesas",
};

/**
 * A zone that each Intl knows: a zone of Matomo may be an offset such as `+05:30`, which Node 20 does not take. UTC for what
 * no place keeps all year; the page names the zone that it was printed in.
 */
export function zoneOfIntl(zone: string): string {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (!offset) return zone;
  const [, sign, hours = "0", minutes] = offset;
  if (minutes !== "00") return PLACES[zone] ?? "UTC";
  // POSIX counts the other way round.
  return Number(hours) === 0 ? "UTC" : `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
}

/**
 * The one clock of every page: the time zone that Matomo gives to new sites, read once for a request. UTC where it cannot be
 * read, and without a session: what strangers see prints no dates and reads nothing.
 */
export const instanceZone = cache(async (): Promise<string> => {
  if (!(await cookies()).get(sessionCookie().name)) return "UTC";
  try {
    return zoneOfIntl(await readInstanceTimeZone(db()));
  } catch {
    // The page itself says what could not be read.
    return "UTC";
  }
});
