import {
  type Found,
  NAMED_PEOPLE,
  NAMED_TOKENS,
  type Person,
  type Presence,
  presences,
} from "@/lib/ledger/facts/traces-schema";
import { MINUTE_MS } from "@/lib/platform/clock";

/** Matomo writes down that somebody used its pages at most this often (docs/matomo.md#traces-of-use), */
export const PAGES_PRECISION_MS = 5 * MINUTE_MS;
/** and that a token was used at most this often. */
export const TOKENS_PRECISION_MS = 10 * MINUTE_MS;
/** How far Matomo's clock may be from the portal's. */
export const CLOCK_TOLERANCE_MS = MINUTE_MS;

/** Between the check that saw a site private and the one that saw it public. */
export type Span = { from: Date; to: Date };

/** Somebody who could have made the change. `key`: equal for logins that the database takes for one. */
export type Candidate = { login: string; key: string; right: Person["right"]; sites: number };

/** What Matomo recorded of these people; null where that cannot be read. */
export type Recorded = {
  /** by key; absent: never */
  lastSeen: ReadonlyMap<string, Date> | null;
  tokens: readonly { key: string; description: string; lastUsed: Date }[] | null;
};

/**
 * What one record of the *newest* use says of the time in question. A use is written down at most once in
 * `precisionMs`, so one shortly before may have gone on into it; a later one has written over whatever was before.
 * @returns null when it says that there was no use in that time
 */
export function placed(use: Date, { from, to }: Span, precisionMs: number): "active" | "possible" | null {
  const at = use.getTime();
  const [begin, end] = [from.getTime() - CLOCK_TOLERANCE_MS, to.getTime() + CLOCK_TOLERANCE_MS];
  if (at < begin - precisionMs) return null;
  return at < begin || at > end ? "possible" : "active";
}

/** Everybody who could have made the change, with what is known of them: those of whom most is known first. */
export function judge(candidates: readonly Candidate[], record: Recorded, span: Span): Omit<Found, "activityLog"> {
  const tokensOf = groupTokens(record.tokens ?? [], span);
  const people = candidates.map((candidate) => toPerson(candidate, record, tokensOf.get(candidate.key) ?? [], span));
  return {
    pages: record.lastSeen !== null,
    tokens: record.tokens !== null,
    counts: {
      active: countOf(people, "active"),
      possible: countOf(people, "possible"),
      unknown: countOf(people, "unknown"),
      absent: countOf(people, "absent"),
    },
    people: people.sort(byWhatIsKnown).slice(0, NAMED_PEOPLE),
  };
}

function toPerson(candidate: Candidate, record: Recorded, tokens: Person["tokens"], span: Span): Person {
  const { login, key, right, sites } = candidate;
  const seen = record.lastSeen?.get(key);
  const was = seen && placed(seen, span, PAGES_PRECISION_MS);
  const pages = seen && was ? { was, at: seen.toISOString() } : null;
  return {
    ...{ login, right, sites, pages },
    was: presenceOf([...(pages ? [pages] : []), ...tokens], record.lastSeen !== null && record.tokens !== null),
    tokens: tokens.slice(0, NAMED_TOKENS),
    moreTokens: Math.max(0, tokens.length - NAMED_TOKENS),
  };
}

function presenceOf(uses: readonly { was: "active" | "possible" }[], isAllRead: boolean): Presence {
  if (uses.some(({ was }) => was === "active")) return "active";
  if (uses.length > 0) return "possible";
  return isAllRead ? "absent" : "unknown";
}

/** The tokens that say something of the time in question, by their owner's key: those used in it first. */
function groupTokens(tokens: NonNullable<Recorded["tokens"]>, span: Span): Map<string, Person["tokens"]> {
  const byOwner = new Map<string, Person["tokens"]>();
  for (const { key, description, lastUsed } of tokens) {
    const was = placed(lastUsed, span, TOKENS_PRECISION_MS);
    if (was === null) continue;
    const own = byOwner.get(key) ?? [];
    own.push({ description, was, at: lastUsed.toISOString() });
    byOwner.set(key, own);
  }
  for (const own of byOwner.values()) own.sort((a, b) => rank(a.was) - rank(b.was) || inOrder(a.at, b.at));
  return byOwner;
}

function countOf(people: readonly Person[], presence: Presence): number {
  return people.filter(({ was }) => was === presence).length;
}

/** By presence; then whoever could have changed more of the sites; then by login, so that it is the same every time. */
function byWhatIsKnown(a: Person, b: Person): number {
  return rank(a.was) - rank(b.was) || b.sites - a.sites || inOrder(b.right, a.right) || inOrder(a.login, b.login);
}

const rank = (presence: Presence) => presences.indexOf(presence);
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
