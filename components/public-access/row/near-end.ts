const DAY_MS = 24 * 60 * 60_000;
/** An end as near as this is shown in amber; Super Users get a mail then. */
const NEAR_MS = 7 * DAY_MS;

/** How near an end is. `over`: it has passed, yet the site is still public; `days` 0 is less than one. */
type NearEnd = { tone: "danger"; is: "over" } | { tone: "caution"; is: "near"; days: number };

/** What to say of an end at `until` (ISO 8601) as of `asOf`: nothing while it is further than a week away. */
export function nearEnd(until: string, asOf: string): NearEnd | null {
  const leftMs = Date.parse(until) - Date.parse(asOf);
  if (leftMs <= 0) return { tone: "danger", is: "over" };
  return leftMs > NEAR_MS ? null : { tone: "caution", is: "near", days: Math.floor(leftMs / DAY_MS) };
}
