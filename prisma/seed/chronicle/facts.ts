import { channels } from "@/lib/domain/publications/terms";
import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import { browserName } from "@/lib/platform/browser-name";
import { DAY_MS, plus } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db/client";
import { dayIn, momentIn } from "@/lib/platform/moment";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { matomoHost } from "@/prisma/seed/data/settings";
import { type NumberedSite, sites } from "@/prisma/seed/data/sites";
import { instanceZone } from "@/prisma/seed/when";
import type { Person } from "./deeds";

/** Where the portal was all these months; the demo itself runs on the machine of whoever tries it. */
const PORTAL = "https://public-access.nordlicht.example";

/** The sites of an audit event. */
export function sitesInEvent(concerned: readonly NumberedSite[]) {
  return {
    siteIds: concerned.map((site) => site.idsite).sort((a, b) => a - b),
    sites: byName(concerned).map(({ idsite, name, url }) => ({ id: idsite, name, url })),
  };
}

/** What every mail about sites carries. */
export function sitesInMail(concerned: readonly NumberedSite[], at: Date) {
  return { ...common(at), sites: byName(concerned).map(inMail), total: concerned.length };
}

/** Who did it, as a mail says. */
export function author(person: Person) {
  return { login: person.login, ip: person.ip, browser: browserName(person.userAgent) };
}

/** The reminder of a period: every site that is public at that moment of the story. */
export async function reminderFacts(db: Reader, at: Date, periodLabel: string): Promise<FactsOf<"reminder">> {
  const publications = await db.publication.findMany({ orderBy: { since: "asc" } });
  const rows = publications.flatMap((publication) =>
    sites
      .filter((site) => site.idsite === publication.idsite)
      .map((site) => ({
        ...inMail(site),
        channel: channels.find((channel) => channel === publication.channel) ?? "outside",
        ageDays: Math.floor((at.getTime() - publication.since.getTime()) / DAY_MS),
        since: dayIn(publication.since, instanceZone),
        by: publication.grantedBy,
        reason: asTyped(publication.reason),
        until: publication.until && dayIn(plus(publication.until, -1), instanceZone),
        kept: null,
        outside: null,
      })),
  );
  return {
    kind: "reminder",
    ...common(at),
    lapse: null,
    outside: null,
    cadence: "weekly",
    everySite: false,
    periodLabel,
    total: rows.length,
    sites: rows,
  };
}

function common(at: Date) {
  const links = { publicAccess: `${PORTAL}/public-access?state=public`, activity: `${PORTAL}/activity` };
  return { at: momentIn(at, instanceZone), host: matomoHost, links };
}

function inMail({ idsite, name, url }: NumberedSite) {
  return { id: idsite, name, url, link: `${PORTAL}/public-access?site=${idsite}` };
}

function byName(concerned: readonly NumberedSite[]): NumberedSite[] {
  return [...concerned].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
