import type { Reader } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { listSuperUsers } from "@/lib/matomo/users";
import { type Recipient, recipientKey } from "@/lib/outbox/enqueue";

/** The language of mails to people whose Matomo language is not translated yet. */
const FALLBACK_LANGUAGE = "en";

export type Roster = {
  /** one per mailbox */
  recipients: Recipient[];
  /** logins of Super Users who would not hear; those whom the provider calls unreachable are mailed nevertheless */
  unreachable: string[];
};

const providerReasons = ["bounced", "complained", "suppressed"] as const;
/** Why somebody would not hear: no usable address, or what the provider said of it (portal_roster). */
export type UnreachableReason = "no-address" | (typeof providerReasons)[number];
export type Unreachable = { login: string; why: UnreachableReason };

/** Whether mail to this address can arrive: it has the form of one, and is none of Matomo's placeholders (fact 9). */
export function isUsableAddress(address: string): boolean {
  const trimmed = address.trim();
  return (
    /^[^\s\p{Cc}@<>,;"]+@[^\s\p{Cc}@<>,;"]+\.[^\s\p{Cc}@<>,;"]+$/u.test(trimmed) &&
    !/@(.+\.)?example\.org$/i.test(trimmed)
  );
}

/** Every Super User of this moment, by mailbox. */
export async function readRoster(db: Reader): Promise<Roster> {
  const people = await listSuperUsers(db);
  const unreachable = (await unreachableAmong(db, people)).map(({ login }) => login);
  return { recipients: rosterOf(people).recipients, unreachable };
}

/** Those of these people whom no mail reaches as far as the portal knows, in their order. One statement. */
export async function unreachableAmong(
  db: Reader,
  people: readonly { login: string; email: string }[],
): Promise<Unreachable[]> {
  const marked = await db.rosterEntry.findMany({ where: { unreachableSince: { not: null } } });
  const marks = new Map(marked.map((mark) => [mark.login, mark]));
  return people.flatMap(({ login, email }): Unreachable[] => {
    if (!isUsableAddress(email)) return [{ login, why: "no-address" }];
    const mark = marks.get(login);
    // Said of another address, which the watch has not seen to be gone.
    if (!mark || recipientKey(mark.email) !== recipientKey(email)) return [];
    return [{ login, why: providerReasons.find((reason) => reason === mark.unreachableWhy) ?? "bounced" }];
  });
}

/** These people by mailbox. Two users with one address share one mail that names both. */
export function rosterOf(people: readonly { login: string; email: string }[]): Roster {
  const byMailbox = new Map<string, Recipient>();
  const unreachable: string[] = [];
  for (const { login, email } of people) {
    if (!isUsableAddress(email)) {
      unreachable.push(login);
      continue;
    }
    const known = byMailbox.get(recipientKey(email));
    if (known) known.logins.push(login);
    else byMailbox.set(recipientKey(email), { address: email.trim(), logins: [login], language: FALLBACK_LANGUAGE });
  }
  return { recipients: [...byMailbox.values()], unreachable };
}

/** The roster, or a refusal when nobody at all could be told. Publishing fails closed. */
export async function requireRoster(db: Reader): Promise<Roster> {
  const roster = await readRoster(db);
  if (roster.recipients.length === 0) throw new AppError("nobody_to_alert");
  return roster;
}
