import type { Db } from "@/lib/platform/db/client";
import { inTransaction } from "@/lib/platform/db/transaction";
import { seedHistory } from "./history";
import { hashPasswords, seedMatomo } from "./seed-matomo";

/**
 * Fills an empty Matomo with the demo's organisation and the portal with its history, all of it or nothing. Where
 * there is a site already, it changes nothing. `now` is where the history ends.
 */
export async function seedDemo(db: Db, now: Date): Promise<void> {
  if ((await db.matomoSite.count()) > 0) return;
  const hashes = await hashPasswords();
  await inTransaction(async (tx) => {
    if ((await tx.db.matomoSite.count()) > 0) return;
    await seedMatomo(tx.db, now, hashes);
    await seedHistory(tx, now);
  }, db);
}
