import { type SiteFindingKind, siteFindingKinds } from "@/lib/ledger/facts/finding-terms";
import { idTexts, inChunks, joinSql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Forgets findings about these sites because the portal itself has mended them: the event and the mail of that command
 * tell of it, so there is no event of their own.
 * @param kinds these alone; every kind of the watch when left out, as when a site became private. What was seen from
 * outside is closed by a probe alone.
 */
export async function forgetFindings(
  tx: Tx,
  siteIds: readonly number[],
  kinds: readonly SiteFindingKind[] = siteFindingKinds,
): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      DELETE FROM portal_finding WHERE kind IN (${joinSql([...kinds])}) AND subject IN (${idTexts(chunk)})`;
  }
}
