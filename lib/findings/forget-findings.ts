import { idTexts, inChunks, joinSql, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";
import type { SiteFindingKind } from "./terms";

/**
 * Forgets findings about these sites because the portal itself has mended them: the event and the mail of that deed
 * tell of it, so there is no event of their own.
 * @param kinds these alone; every kind when left out, as when a site became private
 */
export async function forgetFindings(
  tx: Tx,
  siteIds: readonly number[],
  kinds?: readonly SiteFindingKind[],
): Promise<void> {
  const ofKinds = kinds ? sql`AND kind IN (${joinSql([...kinds])})` : sql``;
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`DELETE FROM portal_finding WHERE subject IN (${idTexts(chunk)}) ${ofKinds}`;
  }
}
