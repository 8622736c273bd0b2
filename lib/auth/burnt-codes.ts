import { createHash } from "node:crypto";
import { insertIgnore } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Burns the one-time code of one user and time step, for every process of the portal (RFC 6238, 5.2: a verifier must
 * not accept it a second time).
 * @param login as stored
 * @returns false when it is burnt already
 */
export async function burnCode(tx: Tx, login: string, step: number, at: Date): Promise<boolean> {
  const id = createHash("sha256")
    .update(JSON.stringify([login, step]))
    .digest("hex");
  const inserted = await tx.db.$executeRaw`
    ${insertIgnore()} INTO portal_burnt_code (id, burnt_at) VALUES (${id}, ${at})`;
  return inserted > 0;
}
