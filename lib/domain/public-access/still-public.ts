import { countPublicAmong, readPublicReach } from "@/lib/matomo/public-sites";
import type { DbClient } from "@/lib/platform/db/client";
import type { StillPublic } from "./schema";

/**
 * What is readable for anyone after permissions were taken away: by the Super User flag of `anonymous`, or as the
 * external check saw it. The portal cannot undo either. At most two statements for each chunk of sites.
 * @param siteIds among these; without them, among all sites
 * @returns undefined when nothing is
 */
export async function readStillPublic(db: DbClient, siteIds?: readonly number[]): Promise<StillPublic | undefined> {
  const reach = await readPublicReach(db);
  if (reach.public === reach.granted) return undefined;
  const count = siteIds ? await countPublicAmong(db, siteIds) : reach.public;
  return count === 0 ? undefined : { count, everySite: reach.everySite };
}
