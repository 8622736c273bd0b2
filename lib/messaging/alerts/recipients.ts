import { readLanguages } from "@/lib/matomo/languages";
import { listSuperUsers } from "@/lib/matomo/users";
import type { Recipient } from "@/lib/messaging/outbox/enqueue";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import type { DbClient } from "@/lib/platform/db/client";
import { AppError } from "@/lib/platform/errors";
import { FALLBACK_LANGUAGE, spoken } from "@/messages/catalogue";
import { asRecipients, readExtraRecipients } from "./extra-recipients";
import { fits, fitting } from "./fitting";

type Person = { login: string; email: string };

export type Roster = {
  /** one per mailbox; without a login when it is an extra recipient and no Super User's */
  recipients: Recipient[];
  /** logins of Super Users who would not hear; those whom the provider calls unreachable are mailed nevertheless */
  unreachable: string[];
};

const providerReasons = ["bounced", "complained", "suppressed"] as const;
/** Why somebody would not hear: no usable address, or what the provider said of it (portal_roster). */
type UnreachableReason = "no-address" | (typeof providerReasons)[number];
type Unreachable = { login: string; why: UnreachableReason };

/**
 * Whether mail to this address can arrive: it has the form of one, is none of Matomo's placeholders
 * (docs/matomo.md#people), and is no longer than the outbox holds.
 */
export function isUsableAddress(address: string): boolean {
  const trimmed = address.trim();
  return (
    /^[^\s\p{Cc}@<>,;"]+@[^\s\p{Cc}@<>,;"][^\s\p{Cc}@<>,;".]*\.[^\s\p{Cc}@<>,;"]+$/u.test(trimmed) &&
    !/[@.]example\.org$/i.test(trimmed) &&
    fits(recipientKey(trimmed))
  );
}

/** Every Super User of this moment, by mailbox, and the extra recipients. */
export async function readRoster(db: DbClient): Promise<Roster> {
  const people = await listSuperUsers(db);
  const unreachable = (await unreachableAmong(db, people)).map(({ login }) => login);
  return { recipients: (await rosterWithExtra(db, people)).recipients, unreachable };
}

/** Those of these people whom no mail reaches as far as the portal knows, in their order. One statement. */
export async function unreachableAmong(db: DbClient, people: readonly Person[]): Promise<Unreachable[]> {
  const marked = await db.rosterEntry.findMany({ where: { unreachableSince: { not: null } } });
  const marks = new Map(marked.map((mark) => [mark.login, mark]));
  return people.flatMap(({ login, email }): Unreachable[] => {
    if (!isUsableAddress(email)) return [{ login, why: "no-address" }];
    const mark = marks.get(fitting(login));
    // Said of another address, which the watch has not seen to be gone.
    if (!mark || recipientKey(mark.email) !== recipientKey(email)) return [];
    return [{ login, why: providerReasons.find((reason) => reason === mark.unreachableWhy) ?? "bounced" }];
  });
}

/** These people by mailbox and in their languages, and the extra recipients. Two statements. */
export async function rosterWithExtra(db: DbClient, people: readonly Person[]): Promise<Roster> {
  const roster = await rosterOf(db, people);
  const extra = asRecipients(await readExtraRecipients(db));
  return { ...roster, recipients: oncePerMailbox([...roster.recipients, ...extra]) };
}

/** These people alone, by mailbox and in their languages. One statement. */
export async function rosterOf(db: DbClient, people: readonly Person[]): Promise<Roster> {
  const languages = await readLanguages(
    db,
    people.map(({ login }) => login),
  );
  return byMailbox(people, languages);
}

/**
 * These people by mailbox. Two users with one address share one mail that names both, in the language of the first.
 * @param languages by login, as Matomo writes them
 */
export function byMailbox(people: readonly Person[], languages: ReadonlyMap<string, string> = new Map()): Roster {
  const mailboxes = new Map<string, Recipient>();
  const unreachable: string[] = [];
  for (const { login, email } of people) {
    if (!isUsableAddress(email)) {
      unreachable.push(login);
      continue;
    }
    const known = mailboxes.get(recipientKey(email));
    const language = spoken(languages.get(login) ?? null) ?? FALLBACK_LANGUAGE;
    if (known) known.logins.push(login);
    else mailboxes.set(recipientKey(email), { address: email.trim(), logins: [login], language });
  }
  return { recipients: [...mailboxes.values()], unreachable };
}

/** The first of those that share a mailbox. */
export function oncePerMailbox(recipients: readonly Recipient[]): Recipient[] {
  const first = new Map<string, Recipient>();
  for (const recipient of recipients) {
    const key = recipientKey(recipient.address);
    if (!first.has(key)) first.set(key, recipient);
  }
  return [...first.values()];
}

/** The roster, or a refusal when no Super User at all could be notified. Publishing fails closed. */
export async function requireRoster(db: DbClient): Promise<Roster> {
  const roster = await readRoster(db);
  if (!roster.recipients.some(({ logins }) => logins.length > 0)) throw new AppError("nobody_to_alert");
  return roster;
}
