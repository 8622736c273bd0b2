import type { DbClient } from "./client";

/**
 * Changes the head of the audit chain, and so locks it: until the transaction ends, nobody else's can be where this one
 * is. Changed and not only locked, because a lock is known on one node of a cluster, and a change on all.
 * @param holder of this transaction alone
 */
export async function takeHead(reader: DbClient, holder: string): Promise<void> {
  const taken = await reader.$executeRaw`UPDATE portal_audit_head SET holder = ${holder} WHERE id = 1`;
  if (taken === 0) throw new Error("The audit log has no chain head: portal_audit_head was emptied.");
}
