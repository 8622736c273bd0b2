import {
  FINDING_SEVERITY,
  type FindingKind,
  findingKinds,
  mayBeIntended,
  NEVER_INTENDED,
} from "@/lib/ledger/facts/finding-terms";
import { parseFindingDetail } from "@/lib/ledger/facts/seen-schema";
import { firstSitesByName } from "@/lib/matomo/sites";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { constantSql, joinSql, momentFromText, type Sql, sql } from "@/lib/platform/db/sql";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { type Finding, type FindingsPage, MAX_LISTED_FINDINGS } from "./schema";

/**
 * The open findings: those that need attention first, worst first, then the oldest. Three statements.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty list instead
 */
export function readFindings(): Promise<FindingsPage> {
  return withDatabaseErrors(() => readPage(db(), now()));
}

async function readPage(reader: DbClient, at: Date): Promise<FindingsPage> {
  const totals = await reader.$queryRaw<{ n: number | bigint; waiting: unknown }[]>`
    SELECT COUNT(*) AS n, SUM(CASE WHEN ${asksForSomebody(at)} THEN 1 ELSE 0 END) AS waiting FROM portal_finding`;
  const rows = await reader.$queryRaw<Row[]>`
    SELECT kind, subject, detail, CAST(since AS CHAR) AS since, CASE WHEN ${asksForSomebody(at)} THEN 1 ELSE 0 END AS waiting,
      CAST(acknowledged_at AS CHAR) AS acknowledged_at, acknowledged_by, ack_reason,
      CAST(ack_until AS CHAR) AS ack_until
    FROM portal_finding ORDER BY waiting DESC, ${severity}, since, kind, subject LIMIT ${MAX_LISTED_FINDINGS}`;
  const ids = rows.flatMap(({ subject }) => (subject === "" ? [] : [Number(subject)]));
  const sites = await firstSitesByName(reader, ids, ids.length);
  const names = new Map(sites.map((site) => [site.id, site.name]));
  return {
    findings: rows.flatMap((row) => toFinding(row, names)),
    total: Number(totals[0]?.n ?? 0),
    needAttention: Number(totals[0]?.waiting ?? 0),
  };
}

type Row = {
  kind: string;
  subject: string;
  detail: string;
  since: string;
  waiting: number | bigint;
  acknowledged_at: string | null;
  acknowledged_by: string | null;
  ack_reason: string | null;
  ack_until: string | null;
};

/** Nobody said that it is meant so, or may, or that was until a moment that has passed. */
function asksForSomebody(at: Date): Sql {
  return sql`(acknowledged_at IS NULL OR (ack_until IS NOT NULL AND ack_until <= ${at})
    OR kind IN (${joinSql([...NEVER_INTENDED])}))`;
}

const ORDER = ["critical", "danger", "caution"] as const;
/** What nobody may mean stands before everything else, the canary first. */
const rankOf = (kind: FindingKind) =>
  mayBeIntended(kind) ? ORDER.indexOf(FINDING_SEVERITY[kind]) : NEVER_INTENDED.indexOf(kind) - NEVER_INTENDED.length;
const severity = constantSql(
  `CASE kind ${findingKinds.map((kind) => `WHEN '${kind}' THEN ${rankOf(kind)}`).join(" ")} END`,
);

function toFinding(row: Row, names: ReadonlyMap<number, string>): Finding[] {
  const kind = findingKinds.find((one) => one === row.kind);
  if (!kind) return [];
  const id = Number(row.subject);
  const acknowledgedAt = iso(row.acknowledged_at);
  return [
    {
      kind,
      site: row.subject === "" ? null : { id, name: names.get(id) ?? null },
      seen: parseFindingDetail(row.detail),
      since: iso(row.since) ?? "",
      acknowledged:
        acknowledgedAt === null
          ? null
          : {
              by: row.acknowledged_by ?? "",
              at: acknowledgedAt,
              reason: asTyped(row.ack_reason ?? ""),
              until: iso(row.ack_until),
            },
      needsAttention: Number(row.waiting) === 1,
    },
  ];
}

function iso(text: string | null): string | null {
  return momentFromText(text)?.toISOString() ?? null;
}
