import { setTimeout as sleep } from "node:timers/promises";
import { now } from "@/lib/clock";
import { db, type Reader } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { inTransaction } from "@/lib/db/transaction";
import { readPublicSiteIds } from "@/lib/matomo/anonymous-access";
import { ensureBaseline } from "@/lib/public-access/ensure-baseline";
import { readExpiredSiteIds, readPublishedSiteIds } from "@/lib/public-access/publications";
import { recordDrift } from "@/lib/public-access/record-drift";
import { revokeExpired } from "@/lib/public-access/revoke";
import { readWatchingSince } from "@/lib/settings/store";
import { believe, type Drift, diff, isQuiet } from "./diff";

export type WatchCounts = { public: number; baseline: number; appeared: number; vanished: number; expired: number };

/** How long Matomo's bulk change may take between deleting and inserting again. */
const SECOND_LOOK_MS = 1_500;

/**
 * Compares Matomo with the publications, and records and announces what changed outside the portal; revokes what has
 * reached its end date. A quiet watch reads and writes nothing. Running it twice or at once does no harm: what is
 * recorded is decided again inside the transaction that holds the portal's write mutex.
 *
 * @param secondLookMs pause before a vanished site is believed
 * @throws AppError when something cannot be read: a failed watch, never an empty one
 */
export async function runWatch(secondLookMs = SECOND_LOOK_MS): Promise<WatchCounts> {
  const first = await reading(() => look(db()));
  const quiet = { public: first.publicCount, baseline: 0, appeared: 0, vanished: 0, expired: 0 };
  if (first.watching && isQuiet(first.drift) && first.expired.length === 0) return quiet;
  if (first.drift.vanished.length > 0) await sleep(secondLookMs);

  return inTransaction(async (tx) => {
    const at = now();
    const baseline = await ensureBaseline(tx, at);
    const second = await look(tx.db);
    const drift = believe(first.drift, second.drift);
    await recordDrift(tx, drift, at);
    const ended = second.expired.filter((id) => !drift.vanished.includes(id));
    const expired = ended.length > 0 ? await revokeExpired(tx, ended, at) : null;
    return {
      public: second.publicCount - (expired?.revokedCount ?? 0),
      baseline: baseline ?? 0,
      appeared: drift.appeared.length,
      vanished: drift.vanished.length,
      expired: expired?.revokedCount ?? 0,
    };
  });
}

type Look = { watching: boolean; publicCount: number; drift: Drift; expired: number[] };

async function look(reader: Reader): Promise<Look> {
  const publicNow = await readPublicSiteIds(reader);
  const published = await readPublishedSiteIds(reader);
  return {
    watching: (await readWatchingSince(reader)) !== null,
    publicCount: publicNow.length,
    drift: diff(publicNow, published),
    expired: await readExpiredSiteIds(reader, now()),
  };
}
