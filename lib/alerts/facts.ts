import bowser from "bowser";
import { env } from "@/lib/env";
import type { MailFacts } from "@/lib/mail/schema";
import type { MatomoSiteRecord } from "@/lib/matomo/sites";
import { momentIn } from "@/lib/moment";

const NAMED_SITES = 50;

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
  return [...sites].sort((a, b) => a.name.localeCompare(b.name, "en") || a.id - b.id).slice(0, NAMED_SITES);
}

/** Lands on the site's row, after signing in if need be. */
export function siteLink(siteId: number): string {
  return portalLink(`/public-access?site=${siteId}`);
}

const KNOWN_BROWSERS = new Set<string>(Object.values(bowser.BROWSER_MAP));

/**
 * "Firefox 145 on Linux" from a user agent; null when there is none or it names no browser we know. The client writes
 * that text itself: a sentence of its own choosing must not come into every Super User's mail.
 */
export function browserName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = bowser.parse(userAgent);
  if (!browser.name || !KNOWN_BROWSERS.has(browser.name)) return null;
  const version = browser.version?.split(".")[0];
  return [browser.name, version, os.name ? `on ${os.name}` : ""].filter(Boolean).join(" ");
}

function portalLink(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).toString();
}
