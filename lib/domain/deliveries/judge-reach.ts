import { recordAudit } from "@/lib/ledger/audit/record";
import { listSuperUsers } from "@/lib/matomo/users";
import { announce } from "@/lib/messaging/alerts/announce";
import { rosterWithExtra } from "@/lib/messaging/alerts/recipients";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import { joinSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { permanentFailureOf, permanentFailures } from "./policy";
import { type AddressFailure, readPermanentFailures } from "./read-permanent-failures";
import type { DeliveryStatus } from "./schema";

/** Somebody who was reached until now, and of whom it is known that nothing reaches them any more. */
type Lost = { login: string; mailbox: string } & AddressFailure;

/**
 * Decides from everything the provider ever said of these mailboxes whether mail reaches their Super Users, and tells
 * when that has changed (`lastPermanentFailure` says what proves what): a mark in the roster, an audit event, and to the
 * others one mail about somebody who was reached until now (E19). Another reason than before changes nothing: that the
 * provider suppresses an address follows from its bounce. Another address begins anew (`guardRoster`); somebody whom
 * the watch has not seen under this address yet is judged at the next event. A constant number of statements.
 * @param events what was said just now, by mailbox as `recipientKey` makes it
 */
export async function judgeReach(
  tx: Tx,
  events: readonly { recipient: string; fate: DeliveryStatus }[],
  at: Date,
): Promise<void> {
  const decisive = events.filter(({ fate }) => fate === "delivered" || permanentFailureOf(fate) !== null);
  const mailboxes = new Set(decisive.map(({ recipient }) => recipient));
  if (mailboxes.size === 0) return;
  const seen = (await tx.db.rosterEntry.findMany()).map((entry) => ({ ...entry, mailbox: recipientKey(entry.email) }));
  const owners = seen.filter(({ mailbox }) => mailboxes.has(mailbox));
  const marked = owners.filter(({ unreachableSince }) => unreachableSince !== null);
  const mayHaveEnded = owners.length > 0 && decisive.some(({ fate }) => permanentFailureOf(fate) !== null);
  if (marked.length === 0 && !mayHaveEnded) return;

  const failures = await readPermanentFailures(tx.db, [...mailboxes]);
  const again = marked.filter(({ mailbox }) => !failures.has(mailbox));
  if (again.length > 0)
    await unmark(
      tx,
      again.map(({ login }) => login),
      at,
    );
  const lost = owners.flatMap(({ login, mailbox, unreachableSince }): Lost[] => {
    const failure = failures.get(mailbox);
    return unreachableSince === null && failure ? [{ login, mailbox, ...failure }] : [];
  });
  if (lost.length > 0) await markAndNotify(tx, lost, at);
}

async function unmark(tx: Tx, logins: string[], at: Date): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE portal_roster SET unreachable_since = NULL, unreachable_why = NULL WHERE login IN (${joinSql(logins)})`;
  await recordAudit(tx, {
    by: "deliver",
    at,
    facts: { type: "recipient.reachable", logins },
  });
}

/** Those whose address it still is in Matomo. One event and one mail for each of the three reasons. */
async function markAndNotify(tx: Tx, candidates: readonly Lost[], at: Date): Promise<void> {
  const people = (await listSuperUsers(tx.db)).map((user) => ({ ...user, mailbox: recipientKey(user.email) }));
  const lost = candidates.filter(({ login, mailbox }) =>
    people.some((person) => person.login === login && person.mailbox === mailbox),
  );
  if (lost.length === 0) return;
  await mark(tx, lost);
  const silent = new Set(lost.map(({ mailbox }) => mailbox));
  const { recipients } = await rosterWithExtra(tx.db, people);
  const others = recipients.filter(({ address }) => !silent.has(recipientKey(address)));
  for (const why of permanentFailures) {
    const logins = lost.filter(({ ending: failure }) => failure === why).map(({ login }) => login);
    if (logins.length === 0) continue;
    await announce(tx, {
      by: "deliver",
      at,
      to: { recipients: others },
      event: { type: "recipient.unreachable", logins, why },
      mail: { kind: "unreachable", logins, why },
    });
  }
}

async function mark(tx: Tx, lost: readonly Lost[]): Promise<void> {
  const byLogin = (value: (one: Lost) => Date | string) =>
    sql`CASE login ${joinSql(
      lost.map((one) => sql`WHEN ${one.login} THEN ${value(one)}`),
      " ",
    )} END`;
  await tx.db.$executeRaw`
    UPDATE portal_roster SET unreachable_since = ${byLogin(({ at }) => at)},
      unreachable_why = ${byLogin(({ ending: failure }) => failure)}
    WHERE login IN (${joinSql(lost.map(({ login }) => login))})`;
}
