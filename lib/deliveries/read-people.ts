import { readExtraRecipients } from "@/lib/alerts/extra-recipients";
import { unreachableAmong } from "@/lib/alerts/recipients";
import type { Reader } from "@/lib/db/client";
import { listSuperUsers } from "@/lib/matomo/users";
import { recipientKey } from "@/lib/outbox/enqueue";
import { readSlowMailboxes } from "@/lib/reminders/slow-mailboxes";
import type { FateEvent } from "./policy";
import { type AddressEnding, readEndings } from "./read-endings";
import { reasonWords } from "./reason-words";
import { type ExtraReach, type Fate, fates, type Reach } from "./schema";

const ORDER: readonly Reach["reach"][] = ["unreachable", "unknown", "reached"];

/** What is known of a mailbox: the newest of each fate, and the newest mail that was handed over. */
type Known = { said: FateEvent[]; sent: { at: Date; via: string } | null };

/**
 * Every Super User of now and every extra recipient, and whether a mail would reach them: those who would not hear
 * first, then those of whom it is not known. Only a mail that arrived, with nothing worse after it, is taken for a yes
 * (E20). A constant number of statements.
 */
export async function readPeople(db: Reader): Promise<{ people: Reach[]; extra: ExtraReach[] }> {
  const people = await listSuperUsers(db);
  const slow = await readSlowMailboxes(db);
  const refused = new Map((await unreachableAmong(db, people)).map(({ login, why }) => [login, why]));
  const added = await readExtraRecipients(db);
  const addresses = [...people.map(({ email }) => email), ...added.map(({ address }) => address)];
  const mailboxes = [...new Set(addresses.map(recipientKey))];
  const known = await readKnown(db, mailboxes);
  const ended = await readEndings(db, mailboxes);
  const judge = (address: string): ExtraReach => {
    const mailbox = recipientKey(address);
    const facts = known.get(mailbox) ?? { said: [], sent: null };
    return {
      address: address.trim(),
      ...verdict(facts, ended.get(mailbox)),
      lastSentAt: facts.sent?.at.toISOString() ?? null,
      lastDeliveredAt: lastOf(facts, "delivered")?.toISOString() ?? null,
    };
  };
  const judged = people.map(({ login, email }): Reach => {
    const why = refused.get(login);
    const refusal = why && { reach: "unreachable" as const, why: reasonWords[why] };
    return { login, ...judge(email), ...refusal, slowReminders: slow.has(recipientKey(email)) };
  });
  return { people: worstFirst(judged), extra: worstFirst(added.map(({ address }) => judge(address))) };
}

function worstFirst<T extends ExtraReach>(judged: readonly T[]): T[] {
  return ORDER.flatMap((reach) => judged.filter((one) => one.reach === reach));
}

function verdict(facts: Known, ended: AddressEnding | undefined): Pick<Reach, "reach" | "why"> {
  if (ended) return { reach: "unreachable", why: reasonWords[ended.ending] };
  const delivered = lastOf(facts, "delivered");
  const failed = lastOf(facts, "failed");
  if (failed && (!delivered || failed >= delivered)) return { reach: "unknown", why: "the last mail did not arrive" };
  if (delivered) return { reach: "reached", why: null };
  if (lastOf(facts, "delayed")) return { reach: "unknown", why: "their mail server has not taken a mail yet" };
  return { reach: "unknown", why: facts.sent ? silenceWords(facts.sent.via) : "nothing was ever sent to this address" };
}

/** Why nothing is known of a mail that was handed over. */
function silenceWords(via: string): string {
  if (via === "resend") return "the provider has not said yet what became of a mail";
  if (via === "mailbox") return "mails stay in this portal's own mailbox and go to nobody";
  return "SMTP does not tell what became of a mail";
}

function lastOf({ said }: Known, fate: Fate): Date | null {
  return said.find((event) => event.fate === fate)?.at ?? null;
}

async function readKnown(db: Reader, mailboxes: readonly string[]): Promise<Map<string, Known>> {
  const recipient = { in: [...mailboxes] };
  const known = new Map<string, Known>(mailboxes.map((mailbox) => [mailbox, { said: [], sent: null }]));
  const said = await db.mailEvent.groupBy({ by: ["recipient", "fate"], where: { recipient }, _max: { at: true } });
  for (const { recipient: mailbox, fate: name, _max } of said) {
    const fate = fates.find((one) => one === name);
    if (fate && _max.at) known.get(mailbox)?.said.push({ fate, at: _max.at });
  }
  const sent = await db.outboxMail.groupBy({
    by: ["recipient", "sentVia"],
    where: { recipient, state: "sent" },
    _max: { sentAt: true },
  });
  for (const { recipient: mailbox, sentVia, _max } of sent) {
    const of = known.get(mailbox);
    if (of && _max.sentAt && (!of.sent || _max.sentAt > of.sent.at)) of.sent = { at: _max.sentAt, via: sentVia ?? "" };
  }
  return known;
}
