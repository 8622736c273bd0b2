/** What a clock on the wall in `zone` (an IANA name or `+05:30`) shows: `Mon 2026-11-23 08:00:00`. By Intl alone. */
export function wallClock(at: Date, zone: string): string {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: offset ? "UTC" : zone,
    ...{ weekday: "short", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  }).formatToParts(new Date(at.getTime() + minutes * 60_000));
  const read = Object.fromEntries(parts.map((part) => [part.type, part.value]));
  return `${read.weekday} ${read.year}-${read.month}-${read.day} ${read.hour}:${read.minute}:${read.second}`;
}

/** Zones with and without summer time, with quarter hours, far ahead and behind; days that begin at 01:00. */
export const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Africa/Cairo",
  "America/Havana",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "UTC",
] as const;

/** Zones without a name, as Matomo has them. Rare in properties: computing in one is slow on Node 20. */
export const OFFSETS = ["+05:30", "-03:30"] as const;
