import { z } from "zod";
import type { DbClient } from "@/lib/platform/db/client";
import { differencesOf } from "./differences";
import { type ProbeResult, personalDataSchema, probeResultSchema, type SiteProbe, siteProbeSchema } from "./schema";

/** A row of portal_probe. */
export type ProbeRow = Awaited<ReturnType<DbClient["probe"]["findFirstOrThrow"]>>;
type SiteProbeRow = Awaited<ReturnType<DbClient["probeSite"]["findFirstOrThrow"]>>;

/** A stored probe as the page shows it; sites without a name are gone. */
export function toProbeResult(row: ProbeRow, names: ReadonlyMap<number, string>): ProbeResult {
  const { unexpected, unreadable } = differencesOf(row.differences);
  const named = (id: number) => ({ id, name: names.get(id) ?? null });
  return probeResultSchema.parse({
    ...row,
    at: row.at.toISOString(),
    readableCount: row.readable,
    configuredCount: row.configured,
    unexpected: { total: row.unexpectedTotal, sites: unexpected.map(named) },
    unreadable: {
      total: row.unreadableTotal,
      sites: unreadable.map(({ id, reason }) => ({ ...named(id), reason })),
    },
  });
}

/** A stored probe of one site as the page shows it. */
export function toSiteProbe(row: SiteProbeRow): SiteProbe {
  const personal = row.personal === null ? null : z.array(personalDataSchema).parse(JSON.parse(row.personal));
  return siteProbeSchema.parse({ ...row, lookedAt: row.lookedAt.toISOString(), personal });
}
