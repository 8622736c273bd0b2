import { firstSitesByName } from "@/lib/matomo/sites";
import type { DbClient } from "@/lib/platform/db/client";
import type { TracedPeriod } from "./public-period-tracker";

/** Gives the sites that no event names the name they have now. A statement for each 5,000 of them. */
export async function namePublicPeriods(db: DbClient, periods: readonly TracedPeriod[]): Promise<TracedPeriod[]> {
  const nameless = new Set(periods.flatMap(({ period }) => (period.nameFrom === "event" ? [] : period.siteId)));
  const sites = await firstSitesByName(db, [...nameless], nameless.size);
  const names = new Map(sites.map((site) => [site.id, site]));
  return periods.map((traced) => {
    const site = traced.period.nameFrom === "event" ? undefined : names.get(traced.period.siteId);
    if (!site) return traced;
    return { ...traced, period: { ...traced.period, name: site.name, url: site.url, nameFrom: "matomo-now" } };
  });
}
