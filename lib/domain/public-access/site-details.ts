import { exposureOf, type SitesExposure } from "@/lib/domain/publications/exposure";
import { readSiteTimeZone } from "@/lib/matomo/chosen-sites";
import { countAliasUrls, readAliasUrls } from "@/lib/matomo/site-urls";
import { listMatomoSites } from "@/lib/matomo/sites";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import type { SiteId } from "@/lib/platform/site-id";
import type { SiteDetails } from "./reading-schema";
import type { SiteRow } from "./schema";
import { readSiteHistory } from "./site-history";
import { toSiteRows } from "./site-rows";

const ALIAS_URLS = 10;

/**
 * One site with its settings, its story and who answers for it. A constant number of statements. A site that Matomo
 * does not have (any more) still has its story. @throws AppError `database_unreachable`, `schema_not_understood`
 */
export function readSiteDetails(siteId: SiteId): Promise<SiteDetails> {
  return withDatabaseErrors(async () => {
    const reader = db();
    const alone = { q: "", state: "all", site: siteId, page: 1, pageSize: 1 } as const;
    const [row = null] = await toSiteRows(reader, await listMatomoSites(reader, alone));
    const exposure = await exposureOf(reader, [siteId]);
    return {
      site: row,
      timeZone: await readSiteTimeZone(reader, siteId),
      aliasUrls: {
        count: await countAliasUrls(reader, [siteId]),
        first: await readAliasUrls(reader, siteId, ALIAS_URLS),
      },
      visitsLog: visitsLogOf(siteId, exposure),
      answersFor: row?.isPublic ? whoAnswersFor(row.publication) : null,
      history: await readSiteHistory(reader, siteId),
      asOf: now().toISOString(),
    };
  });
}

function visitsLogOf(siteId: number, { rules, visitsLog, hiddenLogs }: SitesExposure): SiteDetails["visitsLog"] {
  if (!rules.isRead) return "unknown";
  if (!visitsLog.everywhere && !visitsLog.on.has(siteId)) return "shown";
  return HIDDEN[hiddenLogs];
}

const HIDDEN = { closed: "hidden", readable: "hidden-readable", unknown: "hidden-unknown" } as const;

/** Whoever kept it last, for that is the newer word; else who granted it. */
function whoAnswersFor(publication: SiteRow["publication"]): SiteDetails["answersFor"] {
  if (publication?.kept) return { how: "kept", login: publication.kept.by, at: publication.kept.at };
  if (publication?.channel === "portal" && publication.grantedBy !== null) {
    return { how: "granted", login: publication.grantedBy, at: publication.since };
  }
  return { how: "nobody" };
}
