import type { MailedType, MailOf } from "@/lib/ledger/audit/event-terms";
import type { Origin } from "@/lib/ledger/audit/schema";
import type { FactsOf, MailFacts, MailKind } from "@/lib/ledger/facts/mail-schema";
import type { Traces } from "@/lib/ledger/facts/traces-schema";
import { browserName } from "@/lib/platform/browser-name";
import { formatInBothZones } from "@/lib/platform/date-format";
import { env } from "@/lib/platform/env";
import type { ChangedSites } from "./changed-sites";

export type Common = Pick<MailFacts, "at" | "host" | "links">;

/** What every mail carries: when, where, and links that do nothing when opened. */
export function commonFacts(at: Date, timeZone: string): Common {
  const portal = env().NEXTAUTH_URL;
  return {
    at: formatInBothZones(at, timeZone),
    host: new URL(env().MATOMO_URL ?? portal).host,
    links: { publicAccess: portalLink("/public-access?state=public"), activity: portalLink("/activity") },
  };
}

type FurtherLinks<K extends MailKind> = Omit<FactsOf<K>["links"], keyof Common["links"]>;
/** Kinds of announced mails that link to more than every mail does. */
const FURTHER: {
  [K in MailOf<MailedType> as keyof FurtherLinks<K> extends never ? never : K]: () => FurtherLinks<K>;
} = {
  "lapse-near": () => ({ review: reviewLink() }),
  unreachable: () => ({ deliveries: deliveriesLink() }),
  drill: () => ({ deliveries: deliveriesLink() }),
  "password-known": () => ({ sessions: sessionsLink() }),
  "step-up-locked": () => ({ sessions: sessionsLink() }),
};

/** Where a mail of this kind links to besides. */
export function furtherLinks(kind: MailKind): Record<string, string> {
  const links: Partial<Record<MailKind, () => Record<string, string>>> = FURTHER;
  return links[kind]?.() ?? {};
}

/** The named sites of a change, each with a link to its row, and how many there are. */
export function siteFacts(change: ChangedSites) {
  return {
    sites: change.named.map(({ id, name, url }) => ({ id, name, url, link: siteLink(id) })),
    total: change.siteIds.length,
  };
}

/** Who made a change and from where, as its alert tells. */
export function authorOf({ login, origin }: { login: string; origin: Origin }) {
  return { login, ip: origin.ip, browser: browserName(origin.userAgent) };
}

/** What Matomo recorded of those who could have made a change, with its two checks ready to print. */
export function tracesFacts({ from, to, found }: Traces, timeZone: string): FactsOf<"public-outside">["traces"] {
  const people = found?.people.map(({ pages, tokens, ...person }) => ({
    ...person,
    pages: pages && { was: pages.was },
    tokens: tokens.map(({ was, description }) => ({ was, description })),
  }));
  return {
    from: formatInBothZones(new Date(from), timeZone),
    to: formatInBothZones(new Date(to), timeZone),
    found: found && { ...found, people: people ?? [] },
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

/** Where one chooses how often reminders come. */
export function settingsLink(): string {
  return portalLink("/settings");
}

/** Where one sees who was notified and who would not be reached. */
export function deliveriesLink(): string {
  return portalLink("/alerts");
}

/** Where somebody sees and ends their own sessions. */
function sessionsLink(): string {
  return portalLink("/sessions");
}

function portalLink(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).toString();
}
