import { readPublicReach } from "@/lib/matomo/public-sites";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { readBlock } from "./block-state";
import { readBlockedSites } from "./blocked-set";
import type { BlockView } from "./schema";

/** What somebody should know who blocks public access or turns the block off. @throws as `listSites` */
export function readBlockView(): Promise<BlockView> {
  return withDatabaseErrors(async () => {
    const block = await readBlock(db());
    const { granted, everySite } = await readPublicReach(db());
    const sites = block === null ? [] : await readBlockedSites(db(), now());
    return {
      block,
      reach: { granted, everySite },
      sites: sites
        .map(({ siteId: id, until, ...site }) => ({ id, until: until?.toISOString() ?? null, ...site }))
        .sort((a, b) => a.name.localeCompare(b.name, "en") || a.id - b.id),
    };
  });
}

/** For the frame around every page. @throws as `listSites` */
export function isBlocked(): Promise<boolean> {
  return withDatabaseErrors(async () => (await readBlock(db())) !== null);
}
