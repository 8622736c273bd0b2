import { readSlowMailboxes } from "@/lib/ledger/settings/slow-mailboxes";
import { listSuperUsers } from "@/lib/matomo/users";
import { readExtraRecipients } from "@/lib/messaging/alerts/extra-recipients";
import { unreachableAmong } from "@/lib/messaging/alerts/recipients";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import type { DbClient } from "@/lib/platform/db/client";
import type { DeliveryStatusEvent } from "./policy";
import { type AddressFailure, readPermanentFailures } from "./read-permanent-failures";
import { type DeliveriesPage, type DeliveryStatus, deliveryStatuses, type ExtraReach, type Reach } from "./schema";
import { type ReachFilter, type ReachReason, type ReachState, reachStates } from "./terms";

/** What is known of a mailbox: the newest of each status, and the newest mail that was handed over. */
type Known = { said: DeliveryStatusEvent[]; sent: { at: Date; via: string } | null };

/** Which page of the Super Users is wanted, and of which of them. */
type WantedPeople = { page: number; pageSize: number; reach: ReachFilter };
type People = Pick<
  DeliveriesPage,
  "people" | "peopleTotal" | "peoplePage" | "peoplePageSize" | "reachCounts" | "extra"
>;

/**
 * One page of the Super Users of now, every extra recipient, and whether a mail would reach them: those who would not
 * hear first, then those of whom it is not known. Only a mail that arrived, with nothing worse after it, is taken for
 * a yes (E20). What decides the order is in no one table, so all of them are judged for each page. A constant number
 * of statements.
 */
export async function readPeople(db: DbClient, wanted: WantedPeople): Promise<People> {
  const people = await listSuperUsers(db);
  const slow = await readSlowMailboxes(db);
  const refused = new Map((await unreachableAmong(db, people)).map(({ login, why }) => [login, why]));
  const added = await readExtraRecipients(db);
  const addresses = [...people.map(({ email }) => email), ...added.map(({ address }) => address)];
  const mailboxes = [...new Set(addresses.map(recipientKey))];
  const known = await readKnown(db, mailboxes);
  const ended = await readPermanentFailures(db, mailboxes);
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
    const refusal = why && { reach: "unreachable" as const, why };
    return { login, ...judge(email), ...refusal, slowReminders: slow.has(recipientKey(email)) };
  });
  const { page, pageSize, reach } = wanted;
  const listed = worstFirst(judged).filter((person) => reach === "all" || person.reach === reach);
  return {
    people: listed.slice((page - 1) * pageSize, page * pageSize),
    peopleTotal: listed.length,
    peoplePage: page,
    peoplePageSize: pageSize,
    reachCounts: countReach(judged),
    extra: worstFirst(added.map(({ address }) => judge(address))),
  };
}

function countReach(judged: readonly Reach[]): Record<ReachState, number> {
  const counts = { unreachable: 0, unknown: 0, reached: 0 };
  for (const { reach } of judged) counts[reach]++;
  return counts;
}

function worstFirst<T extends ExtraReach>(judged: readonly T[]): T[] {
  return reachStates.flatMap((reach) => judged.filter((one) => one.reach === reach));
}

function verdict(facts: Known, ended: AddressFailure | undefined): Pick<Reach, "reach" | "why"> {
  if (ended) return { reach: "unreachable", why: ended.ending };
  const delivered = lastOf(facts, "delivered");
  const failed = lastOf(facts, "failed");
  if (failed && (!delivered || failed >= delivered)) return { reach: "unknown", why: "last-failed" };
  if (delivered) return { reach: "reached", why: null };
  if (lastOf(facts, "delayed")) return { reach: "unknown", why: "not-taken" };
  return { reach: "unknown", why: facts.sent ? silenceOf(facts.sent.via) : "never-sent" };
}

/** Why nothing is known of a mail that was handed over. */
function silenceOf(via: string): ReachReason {
  if (via === "resend") return "provider-silent";
  return via === "mailbox" ? "own-mailbox" : "smtp-silent";
}

function lastOf({ said }: Known, fate: DeliveryStatus): Date | null {
  return said.find((event) => event.fate === fate)?.at ?? null;
}

async function readKnown(db: DbClient, mailboxes: readonly string[]): Promise<Map<string, Known>> {
  const recipient = { in: [...mailboxes] };
  const known = new Map<string, Known>(mailboxes.map((mailbox) => [mailbox, { said: [], sent: null }]));
  const said = await db.mailEvent.groupBy({ by: ["recipient", "fate"], where: { recipient }, _max: { at: true } });
  for (const { recipient: mailbox, fate: name, _max } of said) {
    const fate = deliveryStatuses.find((one) => one === name);
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
