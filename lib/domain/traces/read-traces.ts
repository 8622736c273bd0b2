import type { Found, Traces } from "@/lib/ledger/facts/traces-schema";
import { readWatchingSince } from "@/lib/ledger/settings/store";
import { readLastSeen, readLastSeenOptions } from "@/lib/matomo/last-seen";
import { readSeenColumns, type SeenColumns } from "@/lib/matomo/seen-columns";
import { readTokenUse } from "@/lib/matomo/token-use";
import { hasActivityLog, keepsLastSeenWithUsers } from "@/lib/matomo/version";
import { readAccessKeepers } from "@/lib/matomo/who-could";
import type { DbClient } from "@/lib/platform/db/client";
import { isConflict, translateDatabaseError } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { judge, type Recorded, type Span } from "./policy";

const TABLES = ["user", "user_token_auth", "activity_log"] as const;

/** When a change was seen: by one check at `at`, or, of what was missed for a while before it was believed, from `first` on. */
type SeenChange = { at: Date; first?: Date };

/**
 * Of those who had the right to change the access of these sites in Matomo, who used it between the last check that saw
 * them as they were and the one that saw the change, as far as Matomo recorded it. It only reads; a constant number of statements for each 5,000
 * sites and people. What it may not or cannot read is unknown in it, and never stops whoever announces the change.
 * @returns undefined where the house has switched it off: then nothing of it was read
 * @throws when the database is gone, or asks to try the transaction again
 */
export async function readTraces(
  reader: DbClient,
  siteIds: readonly number[],
  { at, first = at }: SeenChange,
): Promise<Traces | undefined> {
  if (env().WHO_WAS_ACTIVE === "off") return undefined;
  const span = { from: await lastCheckBefore(reader, first), to: at };
  const found = await unlessUnreadable("who could have changed it", () => read(reader, siteIds, span));
  return { from: span.from.toISOString(), to: span.to.toISOString(), found };
}

async function read(reader: DbClient, siteIds: readonly number[], span: Span): Promise<Found> {
  const columns = await readSeenColumns(reader, TABLES);
  const people = await readAccessKeepers(reader, siteIds, columns.has("user.invite_token"));
  const record = await readRecord(
    reader,
    people.map(({ login }) => login),
    columns,
  );
  const activityLog = columns.hasTable("activity_log") || (await hasActivityLog(reader));
  return { ...judge(people, record, span), activityLog };
}

async function readRecord(reader: DbClient, logins: readonly string[], columns: SeenColumns): Promise<Recorded> {
  return {
    lastSeen: await unlessUnreadable("when Matomo's pages were used", () => readPageUse(reader, logins, columns)),
    tokens: columns.has("user_token_auth.last_used")
      ? await unlessUnreadable("when tokens were used", () => readTokenUse(reader, logins))
      : null,
  };
}

/** In `user` since 5.4, before that in options, which the upgrade deletes: their absence says nothing from then on. */
async function readPageUse(reader: DbClient, logins: readonly string[], columns: SeenColumns) {
  if (columns.has("user.ts_last_seen")) return readLastSeen(reader, logins);
  return (await keepsLastSeenWithUsers(reader)) === false ? readLastSeenOptions(reader, logins) : null;
}

/** When the newest good watch before this one began; before the first one there was the baseline. */
async function lastCheckBefore(reader: DbClient, at: Date): Promise<Date> {
  const run = await reader.run.findFirst({
    where: { job: "watch", outcome: "done", startedAt: { lte: at }, finishedAt: { lt: at } },
    orderBy: { id: "desc" },
    select: { startedAt: true },
  });
  return run?.startedAt ?? (await readWatchingSince(reader)) ?? at;
}

/** A change is announced whether or not this can be told: only what would break the announcement too goes on. */
async function unlessUnreadable<T>(what: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (isConflict(error) || (cause instanceof AppError && cause.code === "database_unreachable")) throw error;
    logger().warn({ err: error }, `cannot read ${what}`);
    return null;
  }
}
