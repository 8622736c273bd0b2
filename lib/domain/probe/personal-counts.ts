import type { Reader } from "@/lib/platform/db/client";

/**
 * How many things in the page addresses and titles of these sites looked personal to the last probe, by site;
 * null, or not there, where that is not known. One statement.
 */
export async function personalCounts(reader: Reader, siteIds: readonly number[]): Promise<Map<number, number | null>> {
  const probes = await reader.probeSite.findMany({
    where: { idsite: { in: [...siteIds] } },
    select: { idsite: true, personalCount: true },
  });
  return new Map(probes.map(({ idsite, personalCount }) => [idsite, personalCount]));
}
