import { recordAudit } from "@/lib/ledger/audit/record";
import { listSuperUsers } from "@/lib/matomo/users";
import { announce } from "@/lib/messaging/alerts/announce";
import { fitting } from "@/lib/messaging/alerts/fitting";
import { rosterWithExtra } from "@/lib/messaging/alerts/recipients";
import type { DbClient } from "@/lib/platform/db/client";
import { inChunks, joinSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { countChanges, diffRoster, type Person, type RosterChange } from "./diff";

/** Changes of one kind that a mail names. */
const NAMED_PEOPLE = 50;
/** Three values each, far below what one statement may carry. */
const PEOPLE_PER_STATEMENT = 1_000;

type RosterSnapshot = { isFirst: boolean; present: Person[]; change: RosterChange };

/** Whether the Super Users or their addresses are not as last seen, or were never looked at. Writes nothing. */
export async function rosterHasChanged(reader: DbClient): Promise<boolean> {
  const { isFirst, change } = await takeSnapshot(reader);
  return isFirst || countChanges(change) > 0;
}

/**
 * Records and announces who became a Super User, who is none any more, and whose address is another one, since the
 * last snapshot: roster, audit event and one mail, all or nothing. The mail goes to the old and the new roster, to the old
 * and the new address, and to the extra recipients, so that nobody is removed or redirected unheard
 * (docs/architecture.md#every-change-is-heard). The first snapshot is the baseline: it is recorded and nobody is mailed.
 * Inside the write mutex, so whatever overlaps finds it done.
 * @returns how many changes
 */
export async function guardRoster(tx: Tx, at: Date): Promise<number> {
  const { isFirst, present, change } = await takeSnapshot(tx.db);
  if (isFirst) {
    await insertPeople(tx, present, at);
    const logins = present.map((person) => person.login);
    await recordAudit(tx, { by: "watch", at, facts: { type: "roster.baseline", logins } });
    return 0;
  }
  const total = countChanges(change);
  if (total === 0) return 0;
  const { added, removed, moved } = change;
  const renewed = moved.map(({ login, to }) => ({ login, email: to }));
  // A new row for who moved: what the provider said of the old address is not true of the new one.
  await deletePeople(tx, [...removed, ...renewed]);
  await insertPeople(tx, [...added, ...renewed], at);
  await announce(tx, {
    by: "watch",
    at,
    to: await rosterWithExtra(tx.db, [
      ...present,
      ...removed,
      ...moved.map(({ login, from }) => ({ login, email: from })),
    ]),
    event: { type: "roster.changed", ...change },
    mail: {
      kind: "roster-changed",
      added: added.slice(0, NAMED_PEOPLE).map(named),
      removed: removed.slice(0, NAMED_PEOPLE).map(named),
      moved: moved.slice(0, NAMED_PEOPLE),
      total,
    },
  });
  return total;
}

async function takeSnapshot(reader: DbClient): Promise<RosterSnapshot> {
  const known = await reader.rosterEntry.findMany({ select: { login: true, email: true } });
  const present = (await listSuperUsers(reader)).map(({ login, email }) => ({
    login: fitting(login),
    email: fitting(email),
  }));
  return {
    // No row may also mean that there was no Super User at the last snapshot: who appears then is no baseline.
    isFirst: known.length === 0 && !(await hasBaseline(reader)),
    present,
    change: diffRoster(known, present),
  };
}

async function hasBaseline(reader: DbClient): Promise<boolean> {
  const event = await reader.auditEvent.findFirst({ where: { type: "roster.baseline" }, select: { seq: true } });
  return event !== null;
}

async function insertPeople(tx: Tx, people: readonly Person[], at: Date): Promise<void> {
  for (const chunk of inChunks(people, PEOPLE_PER_STATEMENT)) {
    await tx.db.$executeRaw`
      INSERT INTO portal_roster (login, email, seen_at)
      VALUES ${joinSql(chunk.map(({ login, email }) => sql`(${login}, ${email}, ${at})`))}`;
  }
}

async function deletePeople(tx: Tx, people: readonly Person[]): Promise<void> {
  for (const chunk of inChunks(people, PEOPLE_PER_STATEMENT)) {
    await tx.db.$executeRaw`DELETE FROM portal_roster WHERE login IN (${joinSql(chunk.map(({ login }) => login))})`;
  }
}

function named({ login, email }: Person): { login: string; address: string } {
  return { login, address: email };
}
