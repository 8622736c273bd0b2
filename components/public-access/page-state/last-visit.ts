/** A visit that was interrupted for less than this goes on: a reload is no visit. */
const ONE_VISIT_MS = 30 * 60_000;

/** What the browser keeps: the end of the visit before this one (null: there was none), and when the page was last seen. */
type Visits = { since: string | null; seenAt: string };

/**
 * What a page that is opened at `nowIso` compares itself with: the moment at which the visit before was last seen, or
 * null at the first one, or when the clock went backwards.
 */
export function lastVisitOf(kept: Visits | null, nowIso: string): string | null {
  if (kept === null) return null;
  const awayMs = Date.parse(nowIso) - Date.parse(kept.seenAt);
  if (!(awayMs >= 0)) return null;
  return awayMs < ONE_VISIT_MS ? kept.since : kept.seenAt;
}

/** What was kept of visits before; null for nothing, or for what nobody here wrote. */
export function readVisits(text: string | null): Visits | null {
  const kept = parsed(text);
  if (typeof kept !== "object" || kept === null || !("seenAt" in kept) || !("since" in kept)) return null;
  if (!isMoment(kept.seenAt)) return null;
  return { seenAt: kept.seenAt, since: isMoment(kept.since) ? kept.since : null };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function isMoment(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}
