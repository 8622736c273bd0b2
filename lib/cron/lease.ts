import { randomUUID } from "node:crypto";
import { plus } from "@/lib/clock";
import type { Reader } from "@/lib/db/client";
import { insertIgnore } from "@/lib/db/sql";

/**
 * Takes the lease `name` for `ttlMs`, if nobody holds it. A holder that died loses it when it expires.
 * @returns the holder's token, or null when somebody else holds it
 */
export async function takeLease(db: Reader, name: string, ttlMs: number, at: Date): Promise<string | null> {
  const holder = randomUUID();
  await db.$executeRaw`
    ${insertIgnore()} INTO portal_lease (name, holder, fence, expires_at) VALUES (${name}, '', 0, ${at})`;
  const taken = await db.$executeRaw`
    UPDATE portal_lease SET holder = ${holder}, fence = fence + 1, expires_at = ${plus(at, ttlMs)}
    WHERE name = ${name} AND expires_at <= ${at}`;
  return taken === 1 ? holder : null;
}

/** Gives the lease back, if it is still this holder's. */
export async function releaseLease(db: Reader, name: string, holder: string, at: Date): Promise<void> {
  await db.lease.updateMany({ where: { name, holder }, data: { expiresAt: at } });
}
