import { DAY_MS } from "@/lib/platform/clock";
import { momentFromText } from "@/lib/platform/db/sql";

/** What tells a site from another one under the same id; `created` as the database writes it, null or zero: unknown. */
export type SiteIdentity = { name: string; url: string; created: string | null };

/**
 * Whether Matomo has given the id of the remembered site to another one (restore, import, auto-increment). People
 * rename a site or move it to another address, one at a time, and imports move its creation back
 * (docs/matomo.md#sites): it stays the same. Another site has another name and another address; or it was created later
 * and has another name or address, or was created more than a day later (less may be a time zone of the server).
 */
export function isAnotherSite(remembered: SiteIdentity, now: SiteIdentity): boolean {
  const renamed = remembered.name !== now.name;
  const moved = remembered.url !== now.url;
  if (renamed && moved) return true;
  const laterMs = createdMs(now) - createdMs(remembered);
  return laterMs > 0 && (renamed || moved || laterMs > DAY_MS);
}

/** NaN when it is not known, and nothing is later then. */
function createdMs({ created }: SiteIdentity): number {
  return momentFromText(created)?.getTime() ?? Number.NaN;
}
