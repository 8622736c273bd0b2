import type { Reader } from "@/lib/db/client";
import { type AccessLevel, readAnonymousLevels, readUnclearSiteIds } from "@/lib/matomo/anonymous-access";
import type { ListedSite } from "@/lib/matomo/sites";
import { personalCounts } from "@/lib/probe/personal-counts";
import { strangerUrl } from "./matomo-links";
import type { SiteRow } from "./schema";
import { channels } from "./terms";

type Publication = Awaited<ReturnType<Reader["publication"]["findMany"]>>[number];

/** These sites as the Public access page shows them. Four statements for a page of them. */
export async function toSiteRows(reader: Reader, sites: readonly ListedSite[]): Promise<SiteRow[]> {
  const ids = sites.map((site) => site.id);
  const levels = await readAnonymousLevels(reader, ids);
  const unclear = await readUnclearSiteIds(reader, ids);
  const publications = await reader.publication.findMany({ where: { idsite: { in: ids } } });
  const publicIds = sites.filter((site) => site.isPublic).map((site) => site.id);
  const personal = await personalCounts(reader, publicIds);
  const byId = new Map(publications.map((publication) => [publication.idsite, publication]));
  return sites.map((site) => {
    const publication = byId.get(site.id);
    return {
      ...site,
      createdAt: site.createdAt?.toISOString() ?? null,
      worseLevels: (levels.get(site.id) ?? []).filter(isWorse),
      isUnclear: unclear.has(site.id),
      publication: publication && site.isPublic ? toPublication(publication) : null,
      personalCount: personal.get(site.id) ?? null,
      strangerUrl: site.isPublic ? strangerUrl(site.id) : null,
    };
  });
}

function toPublication(publication: Publication): SiteRow["publication"] {
  const channel = channels.find((known) => known === publication.channel);
  if (!channel) return null;
  const { since, grantedBy, reason, until, reviewedAt, reviewedBy, reviewNote, lapsesAt } = publication;
  return {
    channel,
    since: since.toISOString(),
    grantedBy,
    reason,
    until: until?.toISOString() ?? null,
    kept:
      reviewedAt && reviewedBy !== null
        ? { by: reviewedBy, at: reviewedAt.toISOString(), note: reviewNote ?? "" }
        : null,
    lapsesAt: lapsesAt?.toISOString() ?? null,
  };
}

function isWorse(level: AccessLevel): level is Exclude<AccessLevel, "view"> {
  return level !== "view";
}
