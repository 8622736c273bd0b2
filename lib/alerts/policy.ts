import { MINUTE_MS } from "@/lib/clock";
import { type DeedFacts, deedFactsSchema, type FactsOf, type MailFacts } from "@/lib/mail/schema";

/** Alerts about what one person did within this long after the first are folded into one digest (E13). */
export const FOLD_MS = MINUTE_MS;
/** A digest names so many changes, and so many sites of each; it says how many there were in all (S27). */
export const NAMED_CHANGES = 50;
const NAMED_SITES_OF_A_CHANGE = 3;

/**
 * Who did it, if the alert is about a deed of one Super User: only those are folded. Null for everything else, a drill
 * too: it has to show how fast an alert goes out.
 */
export function personOf(facts: MailFacts): string | null {
  const deed = deedFactsSchema.safeParse(facts);
  return deed.success ? (deed.data.actor?.login ?? null) : null;
}

/**
 * The facts of a digest about `total` changes of one person, of which the first 50 are given, in order.
 * @returns null when there is nothing to name, or nobody did it
 */
export function digestOf(changes: readonly DeedFacts[], total: number): FactsOf<"digest"> | null {
  const last = changes.at(-1);
  if (!last?.actor) return null;
  const { at, host, links, actor } = last;
  return {
    kind: "digest",
    at,
    host,
    links: { publicAccess: links.publicAccess, activity: links.activity },
    actor: { login: actor.login },
    total,
    changes: changes.map(namingFewSites),
  };
}

function namingFewSites(change: DeedFacts): DeedFacts {
  return "sites" in change ? { ...change, sites: change.sites.slice(0, NAMED_SITES_OF_A_CHANGE) } : change;
}
