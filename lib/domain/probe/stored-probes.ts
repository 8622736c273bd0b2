import { z } from "zod";
import { differencesOf } from "./differences";
import { type ProbeResult, personalDataSchema, probeResultSchema, type SiteProbe, siteProbeSchema } from "./schema";

/** A row of portal_probe. */
export type ProbeRow = {
  at: Date;
  askedBy: string | null;
  outcome: string;
  trouble: string | null;
  likelyReason: string | null;
  readable: number | null;
  configured: number;
  unexpectedTotal: number;
  unreadableTotal: number;
  differences: string;
  canary: string | null;
  durationMs: number;
};

/** A row of portal_probe_site. */
type SiteProbeRow = {
  lookedAt: Date;
  dashboard: string;
  reports: string;
  visitsLog: string;
  userIds: string;
  personal: string | null;
  annotations: string;
  annotationAuthors: number | null;
  trouble: string | null;
};

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
