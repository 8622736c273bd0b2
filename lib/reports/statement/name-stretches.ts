import { firstSitesByName } from "@/lib/matomo/sites";
import type { Reader } from "@/lib/platform/db/client";
import type { ToldStretch } from "./stretches";

/** Gives the sites that no event names the name they have now. A statement for each 5,000 of them. */
export async function nameStretches(db: Reader, stretches: readonly ToldStretch[]): Promise<ToldStretch[]> {
  const nameless = new Set(stretches.flatMap(({ stretch }) => (stretch.nameFrom === "event" ? [] : stretch.siteId)));
  const sites = await firstSitesByName(db, [...nameless], nameless.size);
  const names = new Map(sites.map((site) => [site.id, site]));
  return stretches.map((told) => {
    const site = told.stretch.nameFrom === "event" ? undefined : names.get(told.stretch.siteId);
    if (!site) return told;
    return { ...told, stretch: { ...told.stretch, name: site.name, url: site.url, nameFrom: "matomo-now" } };
  });
}
