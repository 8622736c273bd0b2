import { nextPeriodStart } from "@/lib/domain/periods/policy";
import { readDatedSetting, readSetting } from "@/lib/ledger/settings/store";
import { readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { type LapseRule, lapsingNext } from "./lapse-policy";

/** What became of a publication's last confirmation; `lapsesAt` null while nobody was warned. */
export type Unconfirmed = { id: number; confirmedAt: Date; lapsesAt: Date | null; warnedDays: number | null };

/** The rule in force; null while it is off. */
export async function readLapseRule(reader: DbClient): Promise<LapseRule | null> {
  const { value: rule, changedAt } = await readDatedSetting(reader, "unconfirmed-rule");
  if (rule === "off" || changedAt === null) return null;
  const timeZone = await readInstanceTimeZone(reader);
  return { periods: Number(rule), changedAt, cadence: await readSetting(reader, "reminder-cadence"), timeZone };
}

/**
 * Public sites that were announced to become private, or that nobody confirmed since `before` (null: only the
 * announced ones). Two statements, however many they are.
 */
export async function readUnconfirmed(reader: DbClient, before: Date | null): Promise<Unconfirmed[]> {
  const publications = await reader.publication.findMany({
    where: {
      OR: [
        { lapsesAt: { not: null } },
        ...(before ? [{ since: { lt: before }, OR: [{ reviewedAt: null }, { reviewedAt: { lt: before } }] }] : []),
      ],
    },
    select: { idsite: true, since: true, reviewedAt: true, lapsesAt: true, lapseWarnedDays: true },
    orderBy: { idsite: "asc" },
  });
  if (publications.length === 0) return [];
  // What vanished outside is the watch's to judge.
  const publicNow = new Set(await readGrantedSiteIds(reader));
  return publications
    .filter(({ idsite }) => publicNow.has(idsite))
    .map(({ idsite, since, reviewedAt, lapsesAt, lapseWarnedDays }) => ({
      id: idsite,
      confirmedAt: reviewedAt ?? since,
      lapsesAt,
      warnedDays: lapseWarnedDays,
    }));
}

/** How many sites become private when the next period begins, unless somebody keeps them; null while the rule is off. */
export async function readUpcomingLapse(reader: DbClient, at: Date): Promise<{ at: Date; count: number } | null> {
  const rule = await readLapseRule(reader);
  if (!rule) return null;
  const next = nextPeriodStart(at, rule.cadence, rule.timeZone);
  const before = lapsingNext(at, rule);
  const sites = await readUnconfirmed(reader, rule.changedAt < before ? before : null);
  return { at: next, count: sites.filter(({ lapsesAt }) => lapsesAt === null || lapsesAt <= next).length };
}

/** Remembers what a warning said. */
export async function writeLapses(tx: Tx, siteIds: readonly number[], lapsesAt: Date, days: number): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      UPDATE portal_publication SET lapses_at = ${lapsesAt}, lapse_warned_days = ${days}
      WHERE idsite IN (${idList(chunk)})`;
  }
}

/** Takes back every announcement: the rule was switched off, or counts from now on. */
export async function takeBackLapses(tx: Tx): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE portal_publication SET lapses_at = NULL, lapse_warned_days = NULL WHERE lapses_at IS NOT NULL`;
}
