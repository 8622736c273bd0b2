import { randomUUID } from "node:crypto";
import { plus } from "@/lib/clock";
import type { Reader } from "@/lib/db/client";

/**
 * Takes the lease `name` for `ttlMs`, if nobody holds it. A holder that died loses it when it expires.
 * @returns the holder's token, or null when somebody else holds it
 */
export async function takeLease(db: Reader, name: string, ttlMs: number, at: Date): Promise<string | null> {
  const holder = randomUUID();
  await db.$executeRaw`
    INSERT INTO portal_lease (name, holder, fence, expires_at)
    SELECT ${name}, '', 0, ${at} FROM portal_audit_head
    WHERE id = 1 AND NOT EXISTS (SELECT 1 FROM portal_lease WHERE name = ${name})`;
  const taken = await db.$executeRaw`
    UPDATE portal_lease SET holder = ${holder}, fence = fence + 1, expires_at = ${plus(at, ttlMs)}
    WHERE name = ${name} AND expires_at <= ${at}`;
  return taken === 1 ? holder : null;
}

/** Gives the lease back, if it is still this holder's. */
export async function releaseLease(db: Reader, name: string, holder: string, at: Date): Promise<void> {
  await db.lease.updateMany({ where: { name, holder }, data: { expiresAt: at } });
}
