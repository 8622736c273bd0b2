import { forgetMails } from "@/lib/domain/deliveries/forget-mails";
import { prunePromises } from "@/lib/domain/publications/former-publications";
import { forgetOrigins } from "@/lib/ledger/audit/forget-origins";
import { DAY_MS, now, plus } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { persistently } from "@/lib/platform/db/persistently";

const KEEP_SPENT_MS = 7 * DAY_MS;
const KEEP_DELIVER_RUNS_MS = 30 * DAY_MS;
/** Over a year, so that one can still see where the watch was blind. */
export const KEEP_RUNS_MS = 400 * DAY_MS;

const KEEP_PROBES_MS = 90 * DAY_MS;

/** Far longer than any COMMIT is asked after. */
const KEEP_COMMITS_MS = DAY_MS;

/** Once with each run of a daily job: forgets what has served its time, and what is kept about people for a time only. */
export async function keepHouse(): Promise<void> {
  await persistently(() => housekeep(db()));
  await forgetOrigins();
  await forgetMails();
}

/** Forgets what has served its time: spent proofs, sessions that are over, old heartbeats. Nothing that is evidence. */
export async function housekeep(reader: DbClient): Promise<void> {
  const at = now();
  const spent = { expiresAt: { lt: plus(at, -KEEP_SPENT_MS) } };
  await reader.proof.deleteMany({ where: spent });
  await reader.session.deleteMany({ where: spent });
  await reader.burntCode.deleteMany({ where: { burntAt: { lt: plus(at, -KEEP_SPENT_MS) } } });
  await reader.commit.deleteMany({ where: { at: { lt: plus(at, -KEEP_COMMITS_MS) } } });
  await reader.run.deleteMany({ where: { job: "deliver", startedAt: { lt: plus(at, -KEEP_DELIVER_RUNS_MS) } } });
  await reader.run.deleteMany({ where: { startedAt: { lt: plus(at, -KEEP_RUNS_MS) } } });
  await prunePromises(reader, at);
  await reader.probe.deleteMany({ where: { at: { lt: plus(at, -KEEP_PROBES_MS) } } });
  await reader.probeSite.deleteMany({ where: { lookedAt: { lt: plus(at, -KEEP_PROBES_MS) } } });
}
