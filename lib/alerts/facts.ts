import { env } from "@/lib/env";
import type { MailFacts } from "@/lib/mail/schema";
import { momentIn } from "@/lib/moment";
import type { ChangedSites } from "./changed-sites";

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

/** The named sites of a change, each with a link to its row, and how many there are. */
export function siteFacts(change: ChangedSites) {
  return {
    sites: change.named.map(({ id, name, url }) => ({ id, name, url, link: siteLink(id) })),
    total: change.siteIds.length,
  };
}

/** Lands on the site's row, after signing in if need be. */
export function siteLink(siteId: number): string {
  return portalLink(`/public-access?site=${siteId}`);
}

/** Where public sites are kept or made private, one by one. */
export function reviewLink(): string {
  return portalLink("/review");
}

/** Where one sees who was told and who would not be reached. */
export function deliveriesLink(): string {
  return portalLink("/deliveries");
}

/** Where somebody sees and ends their own sessions. */
export function sessionsLink(): string {
  return portalLink("/sessions");
}

function portalLink(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).toString();
}
