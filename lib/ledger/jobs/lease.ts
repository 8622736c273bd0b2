import { randomUUID } from "node:crypto";
import { HOUR_MS, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { persistently } from "@/lib/platform/db/persistently";
import { insertIgnore } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** Who is at a job. The holder is a random token, a new one each time: it is the fence, too. */
export type Lease = { name: string; holder: string };

/** Long over, whatever the clock says. */
const FREE = new Date(0);
/** No lease is longer. One that ends later than this from now was taken while the clock was ahead. */
const LONGEST_MS = HOUR_MS;

/**
 * Takes the lease `name` for `ttlMs`, if nobody holds it. A holder that died loses it when it expires, and
 * when the clock was far ahead then, as soon as it is right again.
 * @param ttlMs an hour at most
 * @returns the lease, or null when somebody else holds it
 */
export async function takeLease(db: DbClient, name: string, ttlMs: number, at: Date): Promise<Lease | null> {
  const holder = randomUUID();
  const taken = await persistently(async () => {
    await db.$executeRaw`
      ${insertIgnore()} INTO portal_lease (name, holder, fence, expires_at) VALUES (${name}, '', 0, ${FREE})`;
    // It may be this holder's already: then the answer to an earlier try was lost.
    return db.$executeRaw`
      UPDATE portal_lease SET holder = ${holder}, fence = fence + 1, expires_at = ${plus(at, ttlMs)}
      WHERE name = ${name} AND (expires_at <= ${at} OR expires_at > ${plus(at, LONGEST_MS)} OR holder = ${holder})`;
  });
  return taken === 1 ? { name, holder } : null;
}

/**
 * Refuses to write for a run that was overtaken: it stalled for longer than its lease, and another server took over
 * (E37). Inside the write mutex, so that nobody can take over between this and the commit and write before it.
 * @throws AppError `lease_lost`
 */
export async function requireLease(tx: Tx, { name, holder }: Lease): Promise<void> {
  if ((await tx.db.lease.count({ where: { name, holder } })) === 0) throw new AppError("lease_lost");
}

/** Whether somebody is at it. */
export async function isHeld(db: DbClient, name: string, at: Date): Promise<boolean> {
  return (await db.lease.count({ where: { name, expiresAt: { gt: at, lte: plus(at, LONGEST_MS) } } })) > 0;
}

/** Gives the lease back, if it is still this holder's: whatever still runs under it writes nothing any more. */
export async function releaseLease(db: DbClient, { name, holder }: Lease): Promise<void> {
  await persistently(() => db.lease.updateMany({ where: { name, holder }, data: { holder: "", expiresAt: FREE } }));
}
