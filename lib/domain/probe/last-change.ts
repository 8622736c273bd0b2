import { makesPrivate, makesPublic, typesThat } from "@/lib/ledger/audit/effect-terms";
import { namesSite } from "@/lib/ledger/audit/stored-site-ids";
import { MINUTE_MS } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { joinSql } from "@/lib/platform/db/sql";
import { env } from "@/lib/platform/env";
import type { SiteId } from "@/lib/platform/site-id";

const CHANGES = typesThat((effect) => makesPublic(effect) || makesPrivate(effect));

/** A check takes a minute at most, and one may be under way when another is asked for. */
const CHECKED_WITHIN_MS = 2 * MINUTE_MS;

/** When a site last became public or private, as far as the log knows; null: none did. One statement, by the index of types. */
export async function readLastChange(db: DbClient): Promise<Date | null> {
  const newest = await db.auditEvent.groupBy({ by: ["type"], where: { type: { in: CHANGES } }, _max: { at: true } });
  return newest.reduce<Date | null>((last, { _max: { at } }) => (at && (!last || at > last) ? at : last), null);
}

/** When this site last became public or private, of changes after `since`; null: not after that. One statement. */
export async function readLastChangeOf(db: DbClient, siteId: SiteId, since: Date): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    SELECT at FROM portal_audit_event
    WHERE type IN (${joinSql(CHANGES)}) AND at > ${since} AND ${namesSite(siteId)} ORDER BY at DESC LIMIT 1`;
  return row?.at ?? null;
}

/** Whether the check that starts with a change may not have answered yet. */
export function isBeingChecked(changedAt: Date | null, asOf: Date): boolean {
  return changedAt !== null && asOf.getTime() - changedAt.getTime() < CHECKED_WITHIN_MS;
}

/**
 * Whether the newest external check began before a site last became public or private, or there was none although sites
 * are public: then one is due before its hour. Never while MATOMO_URL is not set.
 */
export async function changedSinceProbe(db: DbClient): Promise<boolean> {
  if (env().MATOMO_URL === undefined) return false;
  const newest = await db.probe.findFirst({ orderBy: { at: "desc" }, select: { at: true } });
  if (newest === null) return (await db.publication.count()) > 0;
  const changedAt = await readLastChange(db);
  return changedAt !== null && newest.at < changedAt;
}
