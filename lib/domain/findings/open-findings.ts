import { type FindingKind, findingKinds } from "@/lib/ledger/facts/finding-terms";
import type { DbClient } from "@/lib/platform/db/client";
import { constantSql, idList, idTexts, inChunks, joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SeenFinding } from "./policy";

/** A finding as the portal knows it. */
export type KnownFinding = SeenFinding & { since: Date };

const COLUMNS = { kind: true, subject: true, detail: true, since: true } as const;
/** Five values each, far below what one statement may carry. */
const FINDINGS_PER_STATEMENT = 1_000;

/** The open findings of these kinds. */
export async function readOpenFindings(db: DbClient, kinds: readonly FindingKind[]): Promise<KnownFinding[]> {
  return known(await db.finding.findMany({ where: { kind: { in: [...kinds] } }, select: COLUMNS }));
}

/** The open findings about these sites. */
export async function readOpenOnSites(db: DbClient, siteIds: readonly number[]): Promise<KnownFinding[]> {
  const found: KnownFinding[] = [];
  for (const chunk of inChunks(siteIds, FINDINGS_PER_STATEMENT)) {
    const rows = await db.finding.findMany({ where: { subject: { in: chunk.map(String) } }, select: COLUMNS });
    found.push(...known(rows));
  }
  return found;
}

/** Of this kind, the subjects that are open among these sites; with no sites, of the user `anonymous` itself. */
export async function openAmong(db: DbClient, kind: FindingKind, siteIds: readonly number[]): Promise<Set<string>> {
  const open = new Set<string>();
  for (const subjects of subjectLists(siteIds)) {
    const rows = await db.$queryRaw<{ subject: string }[]>`
      SELECT subject FROM portal_finding WHERE kind = ${kind} AND subject IN (${subjects})`;
    for (const row of rows) open.add(row.subject);
  }
  return open;
}

/** Notes on findings of this kind that they are meant; with no sites, on the one about the user `anonymous` itself. */
export async function acknowledgeFindings(
  tx: Tx,
  kind: FindingKind,
  siteIds: readonly number[],
  { at, by, reason, until }: { at: Date; by: string; reason: string; until: Date | null },
): Promise<void> {
  for (const subjects of subjectLists(siteIds)) {
    await tx.db.$executeRaw`
      UPDATE portal_finding
      SET acknowledged_at = ${at}, acknowledged_by = ${by}, ack_reason = ${reason}, ack_until = ${until}
      WHERE kind = ${kind} AND subject IN (${subjects})`;
  }
}

function subjectLists(siteIds: readonly number[]): Sql[] {
  return siteIds.length === 0 ? [constantSql("''")] : inChunks(siteIds).map(idTexts);
}

/** Writes findings that are not there, not acknowledged by anybody. */
export async function writeFindings(tx: Tx, findings: readonly (KnownFinding & { eventSeq: bigint })[]): Promise<void> {
  for (const chunk of inChunks(findings, FINDINGS_PER_STATEMENT)) {
    const rows = chunk.map(
      ({ kind, subject, detail, since, eventSeq }) => sql`(${kind}, ${subject}, ${detail}, ${since}, ${eventSeq})`,
    );
    await tx.db.$executeRaw`
      INSERT INTO portal_finding (kind, subject, detail, since, event_seq) VALUES ${joinSql(rows)}`;
  }
}

/** Opens `public-outside` for those of these sites that exist. The event and the mail of the change tell of it. */
export async function openPublicOutside(
  tx: Tx,
  siteIds: readonly number[],
  { since, eventSeq }: { since: Date; eventSeq: bigint },
): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      INSERT INTO portal_finding (kind, subject, detail, since, event_seq)
      SELECT 'public-outside', CAST(s.idsite AS CHAR), '', ${since}, ${eventSeq}
      FROM \`matomo_site\` s WHERE s.idsite IN (${idList(chunk)})`;
  }
}

/** Deletes these findings. */
export async function deleteFindings(tx: Tx, kind: FindingKind, subjects: readonly string[]): Promise<void> {
  for (const chunk of inChunks(subjects, FINDINGS_PER_STATEMENT)) {
    await tx.db.$executeRaw`DELETE FROM portal_finding WHERE kind = ${kind} AND subject IN (${joinSql(chunk)})`;
  }
}

function known(rows: readonly { kind: string; subject: string; detail: string; since: Date }[]): KnownFinding[] {
  return rows.flatMap((row) => {
    const kind = findingKinds.find((one) => one === row.kind);
    return kind ? [{ ...row, kind }] : [];
  });
}
