import { personalCounts } from "@/lib/domain/probe/personal-counts";
import { readKnownPublications } from "@/lib/domain/publications/known-publications";
import { channels } from "@/lib/domain/publications/terms";
import { type AccessLevel, readAnonymousLevels, readUnclearSiteIds } from "@/lib/matomo/anonymous-access";
import type { ListedSite } from "@/lib/matomo/sites";
import type { DbClient } from "@/lib/platform/db/client";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { strangerUrl } from "./matomo-links";
import type { SiteRow } from "./schema";

type Publication = Awaited<ReturnType<DbClient["publication"]["findMany"]>>[number];

/** These sites as the Public access page shows them. Five statements for a page of them. */
export async function toSiteRows(reader: DbClient, sites: readonly ListedSite[]): Promise<SiteRow[]> {
  const ids = sites.map((site) => site.id);
  const levels = await readAnonymousLevels(reader, ids);
  const unclear = await readUnclearSiteIds(reader, ids);
  const byId = await readKnownPublications(reader, ids);
  const publicIds = sites.filter((site) => site.isPublic).map((site) => site.id);
  const personal = await personalCounts(reader, publicIds);
  return sites.map((site) => {
    const publication = byId.get(site.id);
    const isChecking = publication !== undefined && !levels.has(site.id);
    return {
      ...site,
      ...(isChecking && { isChecking }),
      createdAt: site.createdAt?.toISOString() ?? null,
      worseLevels: (levels.get(site.id) ?? []).filter(isWorse),
      isUnclear: unclear.has(site.id),
      publication: publication && site.isPublic ? toPublication(publication) : null,
      personalCount: personal.get(site.id) ?? null,
      strangerUrl: site.isPublic && !isChecking ? strangerUrl(site.id) : null,
    };
  });
}

function toPublication(publication: Publication): SiteRow["publication"] {
  const channel = channels.find((known) => known === publication.channel);
  if (!channel) return null;
  const { since, grantedBy, reason, until, reviewedAt, reviewedBy, reviewNote, lapsesAt } = publication;
  const { earlierBy, earlierReason, earlierUntil } = publication;
  const endHolds = until !== null && until.getTime() === earlierUntil?.getTime();
  return {
    channel,
    since: since.toISOString(),
    grantedBy,
    reason: asTyped(reason),
    until: until?.toISOString() ?? null,
    kept:
      reviewedAt && reviewedBy !== null
        ? { by: reviewedBy, at: reviewedAt.toISOString(), note: asTyped(reviewNote ?? "") }
        : null,
    lapsesAt: lapsesAt?.toISOString() ?? null,
    ...((earlierBy !== null || endHolds) && { earlier: { by: earlierBy, reason: asTyped(earlierReason), endHolds } }),
  };
}

function isWorse(level: AccessLevel): level is Exclude<AccessLevel, "view"> {
  return level !== "view";
}
