import { probeFindingKinds } from "@/lib/ledger/facts/finding-terms";
import type { DbClient } from "@/lib/platform/db/client";

/** Since when the portal knows that a site is public though no row says so; undefined where it does not know of it. */
type Noticed = (siteId: number) => Date | undefined;

/** Of these sites: as the external check saw them, or because `anonymous` is a Super User. One statement. */
export async function readNoticedWithoutRow(reader: DbClient, siteIds: readonly number[]): Promise<Noticed> {
  const rows = await reader.finding.findMany({
    where: {
      OR: [
        { kind: "anonymous-super-user" },
        { kind: { in: [...probeFindingKinds] }, subject: { in: siteIds.map(String) } },
      ],
    },
    select: { subject: true, since: true },
  });
  const since = new Map(rows.map((row) => [row.subject, row.since]));
  return (siteId) => since.get(String(siteId)) ?? since.get("");
}
