import { idList, joinSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SeenSite } from "./probe-site";
import type { CanaryState, OutsideOutcome, OutsideTrouble, UnreadableReason } from "./terms";

/** A probe as it is kept. */
export type ProbeRecord = {
  at: Date;
  askedBy: string | null;
  outcome: OutsideOutcome;
  trouble: OutsideTrouble | null;
  likelyReason: UnreadableReason | null;
  readable: number | null;
  configured: number;
  unexpectedTotal: number;
  unreadableTotal: number;
  differences: string;
  canary: CanaryState | null;
  durationMs: number;
};

/** Keeps a probe. */
export async function writeProbe(tx: Tx, probe: ProbeRecord): Promise<void> {
  await tx.db.probe.create({ data: probe });
}

/** Keeps what was seen of single sites, in place of what was seen before. Two statements, however many. */
export async function writeSiteProbes(tx: Tx, sites: readonly SeenSite[], at: Date): Promise<void> {
  if (sites.length === 0) return;
  await tx.db.$executeRaw`DELETE FROM portal_probe_site WHERE idsite IN (${idList(sites.map(({ id }) => id))})`;
  const rows = sites.map((site) => {
    const { id, dashboard, reports, visitsLog, userIds, personal, trouble, annotations, annotationAuthors } = site;
    const found = personal && JSON.stringify(personal);
    const count = personal?.reduce((sum, one) => sum + one.count, 0) ?? null;
    return sql`(${id}, ${at}, ${dashboard}, ${reports}, ${visitsLog}, ${userIds}, ${found}, ${count}, ${trouble},
      ${annotations}, ${annotationAuthors})`;
  });
  await tx.db.$executeRaw`
    INSERT INTO portal_probe_site
      (idsite, looked_at, dashboard, reports, visits_log, user_ids, personal, personal_count, trouble,
        annotations, annotation_authors)
    VALUES ${joinSql(rows)}`;
}
