import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";

/** A Super User and the address Matomo knows. */
export type Person = { login: string; email: string };

export type RosterChange = {
  added: Person[];
  removed: Person[];
  /** the same login under another address */
  moved: { login: string; from: string; to: string }[];
};

/**
 * What became of the Super Users between two snapshots. Addresses are compared as trimmed text; another case of letters is
 * the same mailbox and no change.
 */
export function diffRoster(before: readonly Person[], after: readonly Person[]): RosterChange {
  const known = new Map(before.map((person) => [person.login, person]));
  const present = new Set(after.map((person) => person.login));
  const moved: RosterChange["moved"] = [];
  for (const { login, email } of after) {
    const from = known.get(login)?.email;
    if (from !== undefined && recipientKey(from) !== recipientKey(email)) moved.push({ login, from, to: email });
  }
  return {
    added: after.filter((person) => !known.has(person.login)),
    removed: before.filter((person) => !present.has(person.login)),
    moved,
  };
}

/** How many changes there are. */
export function countChanges({ added, removed, moved }: RosterChange): number {
  return added.length + removed.length + moved.length;
}
