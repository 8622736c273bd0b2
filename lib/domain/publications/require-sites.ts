import { holdSites } from "@/lib/matomo/sites";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { SiteId } from "@/lib/platform/site-id";

/**
 * Makes sure that every one of these sites exists, and keeps it from being deleted until the commit.
 * @throws AppError `unknown_sites` naming those that do not exist
 */
export async function requireSites(tx: Tx, siteIds: readonly SiteId[]): Promise<void> {
  const existing = await holdSites(tx.db, siteIds);
  const missing = siteIds.filter((id) => !existing.has(id));
  if (missing.length === 0) return;
  throw new AppError("unknown_sites", { siteIds: missing, fields: { siteIds: "notInMatomo" } });
}
