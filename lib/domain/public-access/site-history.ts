import { toShownEntry } from "@/lib/ledger/audit/queries";
import { auditFactsSchema } from "@/lib/ledger/audit/schema";
import { namesSite, namesTooFew } from "@/lib/ledger/audit/stored-site-ids";
import { withOrigins } from "@/lib/ledger/audit/with-origins";
import type { DbClient } from "@/lib/platform/db/client";
import { joinSql, sql } from "@/lib/platform/db/sql";
import type { SiteId } from "@/lib/platform/site-id";
import type { SiteDetails } from "./reading-schema";

const SHOWN = 50;
/** Events about sites that are searched for one site: the log has no index by site, and may hold a million events. */
const EVENTS_READ = 10_000;

/** The types of events that name sites; of all others none is read. */
const SITE_EVENTS = auditFactsSchema.options
  .filter(({ shape }) => "siteIds" in shape)
  .map(({ shape }) => shape.type.value);
const isSiteEvent = sql`type IN (${joinSql(SITE_EVENTS)})`;

/**
 * What the audit log tells of one site, newest first. Four statements. Only the newest 10,000 events about sites are
 * searched, and `isComplete` says whether that is all of them.
 */
export async function readSiteHistory(reader: DbClient, siteId: SiteId): Promise<SiteDetails["history"]> {
  const beyond = await firstBeyondLimit(reader);
  const found = await reader.$queryRaw<{ seq: bigint | number; is_named: number | bigint }[]>`
    SELECT seq, ${namesSite(siteId)} AS is_named FROM portal_audit_event
    WHERE seq > ${beyond ?? 0n} AND ${isSiteEvent} AND (${namesSite(siteId)} OR ${namesTooFew}) ORDER BY seq DESC`;
  const named = found.filter((event) => Number(event.is_named) === 1);
  const events = await reader.auditEvent.findMany({
    where: { seq: { in: named.slice(0, SHOWN).map(({ seq }) => BigInt(seq)) } },
    orderBy: { seq: "desc" },
  });
  return {
    entries: (await withOrigins(reader, events)).map(toShownEntry),
    total: named.length,
    unsure: found.length - named.length,
    isComplete: beyond === null,
    lookedAt: EVENTS_READ,
  };
}

/** The newest event about sites that is not searched any more; null when all are. */
async function firstBeyondLimit(reader: DbClient): Promise<bigint | null> {
  const rows = await reader.$queryRaw<{ seq: bigint | number }[]>`
    SELECT seq FROM portal_audit_event WHERE ${isSiteEvent} ORDER BY seq DESC LIMIT 1 OFFSET ${EVENTS_READ}`;
  return rows[0] ? BigInt(rows[0].seq) : null;
}
