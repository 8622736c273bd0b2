import type { Reader } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { listSuperUsers } from "@/lib/matomo/users";
import { type Recipient, recipientKey } from "@/lib/outbox/enqueue";

/** The language of mails to people whose Matomo language is not translated yet. */
const FALLBACK_LANGUAGE = "en";

export type Roster = {
  /** one per mailbox */
  recipients: Recipient[];
  /** logins of Super Users whose address cannot be used */
  unreachable: string[];
};

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
  return rosterOf(await listSuperUsers(db));
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
