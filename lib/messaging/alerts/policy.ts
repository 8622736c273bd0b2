import { type CommandFacts, commandFactsSchema, type FactsOf, type MailFacts } from "@/lib/ledger/facts/mail-schema";
import { MINUTE_MS } from "@/lib/platform/clock";

/** Alerts about what one person did within this long after the first are folded into one digest (E13). */
export const BATCH_MS = MINUTE_MS;
/** A digest names so many changes, and so many sites of each; it says how many there were in all (S27). */
export const NAMED_CHANGES = 50;
const NAMED_SITES_OF_A_CHANGE = 3;

/**
 * Who did it, if the alert is about a command of one Super User: only those are folded. Null for everything else, a drill
 * too: it has to show how fast an alert goes out.
 */
export function personOf(facts: MailFacts): string | null {
  const command = commandFactsSchema.safeParse(facts);
  return command.success ? (command.data.actor?.login ?? null) : null;
}

/** Alerts that may say that sites became public. */
export const OPENING_KINDS: readonly string[] = [
  ...(["made-public", "block-changed"] satisfies CommandFacts["kind"][]),
  // of older versions
  "pause-changed",
];

/** How many of these changes made sites public, and how many sites. */
function openingsIn(changes: readonly CommandFacts[]): NonNullable<FactsOf<"digest">["opened"]> {
  const opened = changes.flatMap((change) => {
    const opens = change.kind === "made-public" || (change.kind === "block-changed" && !change.on && change.total > 0);
    return opens ? [change.total] : [];
  });
  return { changes: opened.length, sites: opened.reduce((sum, total) => sum + total, 0) };
}

/**
 * The facts of a digest about `total` changes of one person.
 * @param changes the first 50 of them, in order
 * @param opening those of all of them that may have made sites public
 * @returns null when there is nothing to name, or nobody did it
 */
export function digestOf(
  changes: readonly CommandFacts[],
  opening: readonly CommandFacts[],
  total: number,
): FactsOf<"digest"> | null {
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
    opened: openingsIn(opening),
    changes: changes.map(namingFewSites),
  };
}

function namingFewSites(change: CommandFacts): CommandFacts {
  return "sites" in change ? { ...change, sites: change.sites.slice(0, NAMED_SITES_OF_A_CHANGE) } : change;
}
