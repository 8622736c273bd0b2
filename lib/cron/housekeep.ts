import { DAY_MS, now, plus } from "@/lib/clock";
import type { Reader } from "@/lib/db/client";
import { prunePromises } from "@/lib/public-access/former-publications";

const KEEP_SPENT_MS = 7 * DAY_MS;
const KEEP_DELIVER_RUNS_MS = 30 * DAY_MS;
/** Over a year, so that one can still see where the watch was blind. */
export const KEEP_RUNS_MS = 400 * DAY_MS;

const KEEP_PROBES_MS = 90 * DAY_MS;

/** Far longer than any COMMIT is asked after. */
const KEEP_COMMITS_MS = DAY_MS;

/** Forgets what has served its time: spent proofs, sessions that are over, old heartbeats. Nothing that is evidence. */
export async function housekeep(db: Reader): Promise<void> {
  const at = now();
  const spent = { expiresAt: { lt: plus(at, -KEEP_SPENT_MS) } };
  await db.proof.deleteMany({ where: spent });
  await db.session.deleteMany({ where: spent });
  await db.burntCode.deleteMany({ where: { burntAt: { lt: plus(at, -KEEP_SPENT_MS) } } });
  await db.commit.deleteMany({ where: { at: { lt: plus(at, -KEEP_COMMITS_MS) } } });
  await db.run.deleteMany({ where: { job: "deliver", startedAt: { lt: plus(at, -KEEP_DELIVER_RUNS_MS) } } });
  await db.run.deleteMany({ where: { startedAt: { lt: plus(at, -KEEP_RUNS_MS) } } });
  await prunePromises(db, at);
  await db.probe.deleteMany({ where: { at: { lt: plus(at, -KEEP_PROBES_MS) } } });
  await db.probeSite.deleteMany({ where: { lookedAt: { lt: plus(at, -KEEP_PROBES_MS) } } });
}
