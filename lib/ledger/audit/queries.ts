import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { browserName } from "@/lib/platform/browser-name";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { visibleText } from "@/lib/platform/visible-text";
import type { ChainedFields } from "./chain";
import { type AuditActors, type AuditFilter, type AuditQuery, auditFilterSchema } from "./filter-schema";
import { matching, matchingButSite } from "./matching";
import { type Actor, type AuditEntry, type AuditPage, auditFactsSchema, jobNames, type Origin } from "./schema";
import { namesTooFew } from "./stored-site-ids";
import { withOrigins } from "./with-origins";

const NO_FILTER = auditFilterSchema.parse({});

/**
 * One page of the events that match, newest first. Five statements, six with a site.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty page instead
 */
export function listAudit(query: Pick<AuditQuery, "page" | "pageSize"> & Partial<AuditFilter>): Promise<AuditPage> {
  return withDatabaseErrors(() => readAuditPage(db(), { ...NO_FILTER, ...query }));
}

async function readAuditPage(reader: DbClient, query: AuditQuery): Promise<AuditPage> {
  const { page, pageSize } = query;
  const timeZone = await readInstanceTimeZone(reader);
  const where = matching(query, timeZone);
  const found = await reader.$queryRaw<{ seq: bigint | number }[]>`
    SELECT seq FROM portal_audit_event WHERE ${where}
    ORDER BY seq DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  const rows = await reader.auditEvent.findMany({
    where: { seq: { in: found.map(({ seq }) => BigInt(seq)) } },
    orderBy: { seq: "desc" },
  });
  return {
    entries: (await withOrigins(reader, rows)).map(toShownEntry),
    total: await count(reader, where),
    page,
    pageSize,
    unsure: query.site === null ? 0 : await countUnsure(reader, query, where, timeZone),
  };
}

/** Refusals that match but for the site, and of which nobody knows whether they do. */
function countUnsure(reader: DbClient, filter: AuditFilter, where: Sql, timeZone: string): Promise<number> {
  return count(reader, sql`${namesTooFew} AND ${matchingButSite(filter, timeZone)} AND NOT (${where})`);
}

async function count(reader: DbClient, where: Sql): Promise<number> {
  const rows = await reader.$queryRaw<{ n: bigint | number }[]>`
    SELECT COUNT(*) AS n FROM portal_audit_event WHERE ${where}`;
  return Number(rows[0]?.n ?? 0);
}

/** Logins offered to choose from. */
const MAX_ACTORS = 500;

/** Everybody who ever did something signed in, by login. One statement. */
export function listActors(): Promise<AuditActors> {
  return withDatabaseErrors(async () => {
    const rows = await db().auditEvent.groupBy({
      by: ["actorName"],
      where: { actorType: "superUser" },
      orderBy: { actorName: "asc" },
      take: MAX_ACTORS + 1,
    });
    return { logins: rows.slice(0, MAX_ACTORS).map((row) => row.actorName), isCut: rows.length > MAX_ACTORS };
  });
}

/** Without `origin` for who needs not know from where it came. */
type Row = Omit<ChainedFields, "sessionRef" | "prevHash" | "originDigest"> & {
  origin?: Pick<Origin, "ip" | "userAgent"> | null;
};

/** Names and reasons of long ago, written before they were cleaned at the door. */
const visible = (_: string, value: unknown) => (typeof value === "string" ? visibleText(value) : value);

/** A stored event as a page shows it: nothing unseen in it turns what stands around. @throws as `toEntry` */
export function toShownEntry(row: Row): AuditEntry {
  return toEntry({ ...row, facts: JSON.stringify(JSON.parse(row.facts, visible)) });
}

/** A stored event, with its facts as they were recorded. @throws ZodError when they are of no type we know */
export function toEntry(row: Row): AuditEntry {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: toActor(row),
    ip: row.ip ?? row.origin?.ip ?? null,
    browser: browserName(row.userAgent ?? row.origin?.userAgent ?? null),
    facts: auditFactsSchema.parse({ ...JSON.parse(row.facts), type: row.type }),
  };
}

function toActor({ actorType, actorName }: Row): Actor {
  if (actorType === "superUser") return { type: "superUser", login: actorName };
  const job = jobNames.find((name) => name === actorName);
  return job ? { type: "system", job } : { type: "visitor" };
}
