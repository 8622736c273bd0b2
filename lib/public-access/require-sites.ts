import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { holdSites } from "@/lib/matomo/sites";
import type { SiteId } from "@/lib/site-id";

const NAMED_IDS = 20;

/**
 * Makes sure that every one of these sites exists, and keeps it from being deleted until the commit.
 * @throws AppError `unknown_sites` naming those that do not exist
 */
export async function requireSites(tx: Tx, siteIds: readonly SiteId[]): Promise<void> {
  const existing = await holdSites(tx.db, siteIds);
  const missing = siteIds.filter((id) => !existing.has(id));
  if (missing.length === 0) return;
  const named = missing.slice(0, NAMED_IDS).join(", ");
  const more = missing.length > NAMED_IDS ? ` and ${missing.length - NAMED_IDS} more` : "";
  throw new AppError("unknown_sites", {
    siteIds: missing,
    message: `There is no site ${named}${more} in Matomo (any more). Nothing was changed. Take ${missing.length === 1 ? "it" : "them"} out and try again.`,
    fields: { siteIds: `Not in Matomo: ${named}${more}` },
  });
}
