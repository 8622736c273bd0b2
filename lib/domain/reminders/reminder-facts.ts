import { readNoticedWithoutRow } from "@/lib/domain/findings/noticed-without-row";
import { readOutsideFacts, readSiteProbes } from "@/lib/domain/probe/reminded";
import { readKnownPublications } from "@/lib/domain/publications/known-publications";
import { channels } from "@/lib/domain/publications/terms";
import { readUpcomingLapse } from "@/lib/domain/review/lapses";
import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import type { Cadence } from "@/lib/ledger/settings/terms";
import { type ListedSite, listMatomoSites } from "@/lib/matomo/sites";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { commonFacts, reviewLink, settingsLink, siteLink } from "@/lib/messaging/alerts/facts";
import { dayIn, formatInBothZones, lastDayIn } from "@/lib/platform/date-format";
import type { DbClient } from "@/lib/platform/db/client";
import { asTyped } from "@/lib/platform/typed-text-terms";

const LISTED_SITES = 50;

/** What a reminder says: each public site (the first 50 by name) with its story, and where to keep it or end it. */
export async function reminderFacts(
  reader: DbClient,
  reminder: { cadence: Cadence; periodLabel: string; total: number; everySite: boolean; at: Date },
): Promise<FactsOf<"reminder">> {
  const { at } = reminder;
  const timeZone = await readInstanceTimeZone(reader);
  const common = commonFacts(at, timeZone);
  const lapse = await readUpcomingLapse(reader, at);
  return {
    kind: "reminder",
    ...common,
    links: { ...common.links, review: reviewLink(), settings: settingsLink() },
    lapse: lapse && { at: formatInBothZones(lapse.at, timeZone), count: lapse.count },
    outside: await readOutsideFacts(reader, timeZone),
    cadence: reminder.cadence,
    periodLabel: reminder.periodLabel,
    total: reminder.total,
    everySite: reminder.everySite,
    sites: await reminderSites(reader, timeZone, at),
  };
}

async function reminderSites(reader: DbClient, timeZone: string, at: Date): Promise<FactsOf<"reminder">["sites"]> {
  const filter = { q: "", state: "public", site: null, page: 1, pageSize: LISTED_SITES } as const;
  const sites = await listMatomoSites(reader, filter);
  const byId = await readKnownPublications(
    reader,
    sites.map((site) => site.id),
  );
  const siteProbes = await readSiteProbes(reader, [...byId.values()], at);
  const noticed = await readNoticedWithoutRow(
    reader,
    sites.map((site) => site.id),
  );
  return sites.map((site: ListedSite) => {
    const publication = byId.get(site.id);
    const since = publication?.since ?? noticed(site.id) ?? at;
    return {
      id: site.id,
      name: site.name,
      url: site.url,
      link: siteLink(site.id),
      channel: channels.find((known) => known === publication?.channel) ?? "outside",
      since: dayIn(since, timeZone),
      by: publication?.grantedBy ?? null,
      reason: asTyped(publication?.reason ?? null),
      until: publication?.until ? lastDayIn(publication.until, timeZone) : null,
      kept:
        publication?.reviewedAt && publication.reviewedBy !== null
          ? { by: publication.reviewedBy, on: dayIn(publication.reviewedAt, timeZone) }
          : null,
      outside: siteProbes.get(site.id) ?? null,
    };
  });
}
