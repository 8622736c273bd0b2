import { encodeMatomoText } from "@/lib/matomo/html-entities";
import { HOUR_MS, MINUTE_MS, plus } from "@/lib/platform/clock";
import { instanceZone, localMoment } from "@/prisma/seed/when";
import { type SiteSeed, siteGroups } from "./site-groups";

type NumberedSite = SiteSeed & { idsite: number; group: string };

/** The oldest site is about seven years old. */
const OLDEST_DAYS = 2_600;
const YOUNGEST_DAYS = 9;
/** `peter.krull` has left: Matomo keeps the name of a creator who is gone. */
const CREATORS = ["anna.berg", "jonas.holm", "peter.krull", "samira.haddad", "anna.berg"];

/** All sites, numbered as if the groups had grown side by side. */
export const sites: readonly NumberedSite[] = dealt();

function dealt(): NumberedSite[] {
  const groups = Object.entries(siteGroups);
  const rounds = Math.max(...groups.map(([, members]) => members.length));
  const order = Array.from({ length: rounds }, (_, round) =>
    groups.flatMap(([group, members]) => members.slice(round, round + 1).map((site) => ({ ...site, group }))),
  ).flat();
  return order.map((site, index) => ({ ...site, idsite: index + 1 }));
}

/** The site of that name (as people write it). Throws when the data has none. */
export function siteNamed(name: string): NumberedSite {
  const site = sites.find((candidate) => candidate.name === name);
  if (!site) throw new Error(`The demo has no site called ${name}.`);
  return site;
}

/** Rows of Matomo's `site`, text escaped as Matomo stores it (docs/matomo.md#sites). */
export function siteRows(now: Date) {
  return sites.map((site) => ({
    idsite: site.idsite,
    name: encodeMatomoText(site.name),
    main_url: encodeMatomoText(site.url),
    ts_created: createdAt(site.idsite, now),
    timezone: site.timezone ?? instanceZone,
    currency: site.currency ?? "EUR",
    group: encodeMatomoText(site.group),
    type: site.type ?? "website",
    creator_login: site.idsite === 1 ? null : (CREATORS[site.idsite % CREATORS.length] ?? null),
    ...{ sitesearch_keyword_parameters: "", sitesearch_category_parameters: "" },
    ...{ excluded_ips: "", excluded_parameters: "", excluded_user_agents: "", excluded_referrers: "" },
  }));
}

/** Rows of Matomo's `site_url`: alias addresses. */
export function siteUrlRows() {
  return sites.flatMap((site) =>
    (site.aliases ?? []).map((url) => ({ idsite: site.idsite, url: encodeMatomoText(url) })),
  );
}

/** When a site was made: many at first, fewer lately, in office hours. */
function createdAt(idsite: number, now: Date): Date {
  const share = ((sites.length - idsite) / (sites.length - 1)) ** 1.2;
  const days = YOUNGEST_DAYS + Math.round((OLDEST_DAYS - YOUNGEST_DAYS) * share);
  const morning = localMoment(now, days, "08:00");
  return plus(morning, ((idsite * 7) % 9) * HOUR_MS + ((idsite * 13) % 60) * MINUTE_MS);
}
