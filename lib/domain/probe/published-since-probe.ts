import type { Reader } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

/**
 * Whether a site became public since the newest probe, or nobody ever looked: then a probe is due before
 * its hour, so that the first one after a publication reports back soon. Never while MATOMO_URL is not set.
 */
export async function publishedSinceProbe(db: Reader): Promise<boolean> {
  if (env().MATOMO_URL === undefined) return false;
  const newest = await db.probe.findFirst({ orderBy: { at: "desc" }, select: { at: true } });
  return (await db.publication.count({ where: newest ? { since: { gt: newest.at } } : {} })) > 0;
}
