import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";

/** Matomo's own zones without a city: `UTC+5.5`, `UTC-3.5`, `UTC+12.75` (docs/matomo.md#time-zones). */
const OFFSET = /^UTC([+-])(\d{1,2})(?:\.(25|5|75))?$/;
/** The most a clock on earth is away from UTC, either way. */
const MAX_HOURS = 14;
const MINUTES: Record<string, string> = { "25": "15", "5": "30", "75": "45" };

/** A zone that dates can be computed in: an IANA name, `+05:30`, or UTC when Matomo's text names none. */
export function zoneFromMatomo(stored: string): string {
  const offset = OFFSET.exec(stored);
  if (offset) {
    const [, sign, hours = "0", fraction] = offset;
    if (Number(`${hours}.${fraction ?? 0}`) > MAX_HOURS) return "UTC";
    return `${sign}${hours.padStart(2, "0")}:${fraction ? MINUTES[fraction] : "00"}`;
  }
  return isIanaZone(stored) ? stored : "UTC";
}

function isIanaZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name !== "";
  } catch {
    return false;
  }
}

/**
 * The instance's time zone. Matomo has none of its own (docs/matomo.md#time-zones); the zone it gives to new sites is
 * the nearest to where its people live.
 */
export async function readInstanceTimeZone(db: DbClient): Promise<string> {
  const option = await db.matomoOption.findUnique({
    where: { name: "SitesManager_DefaultTimezone" },
    select: { value: true },
  });
  return zoneFromMatomo(option?.value ?? "UTC");
}

const read = new WeakMap<Tx, Promise<string>>();

/** The same while something is written: asked once in a transaction, so that all it records speaks of one zone. */
export function timeZoneOf(tx: Tx): Promise<string> {
  const known = read.get(tx) ?? readInstanceTimeZone(tx.db);
  read.set(tx, known);
  return known;
}
