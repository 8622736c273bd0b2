import { env } from "@/lib/env";
import type { MailFacts } from "@/lib/mail/schema";
import type { MatomoSiteRecord } from "@/lib/matomo/sites";
import { momentIn } from "@/lib/moment";

const NAMED_SITES = 50;
const byName = new Intl.Collator("en");

type Common = Pick<MailFacts, "at" | "host" | "links">;

/** What every mail carries: when, where, and links that do nothing when opened. */
export function commonFacts(at: Date, timeZone: string): Common {
  const portal = env().NEXTAUTH_URL;
  return {
    at: momentIn(at, timeZone),
    host: new URL(env().MATOMO_URL ?? portal).host,
    links: { publicAccess: portalLink("/public-access?state=public"), activity: portalLink("/activity") },
  };
}

/** The first 50 sites by name, each with a link to its row, and how many there are. */
export function siteFacts(sites: readonly MatomoSiteRecord[]) {
  return {
    sites: firstByName(sites).map(({ id, name, url }) => ({ id, name, url, link: siteLink(id) })),
    total: sites.length,
  };
}

/** The 50 sites that are named in mails and audit events. */
export function firstByName(sites: readonly MatomoSiteRecord[]): MatomoSiteRecord[] {
  return [...sites].sort((a, b) => byName.compare(a.name, b.name) || a.id - b.id).slice(0, NAMED_SITES);
}

/** Lands on the site's row, after signing in if need be. */
export function siteLink(siteId: number): string {
  return portalLink(`/public-access?site=${siteId}`);
}

function portalLink(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).toString();
}
