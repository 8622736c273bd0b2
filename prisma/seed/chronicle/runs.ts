import type { ReminderCounts } from "@/lib/domain/reminders/run-reminders";
import { NOTHING, type WatchCounts } from "@/lib/domain/watch/run-watch";
import type { JobName } from "@/lib/ledger/audit/schema";
import type { Counts } from "@/lib/ledger/jobs/runs";
import { DAY_MS, MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import type { Deed } from "./deeds";
import { recipients } from "./send-mail";

const WATCH_EVERY_MS = 5 * MINUTE_MS;
const LAST_WATCH_MS = 3 * MINUTE_MS;
/** A day longer than the activity page looks back. */
const REMEMBERED_MS = 31 * DAY_MS;
/** When nothing called the watch, so that the page has a gap to show. */
const OUTAGE = { beganMs: 9 * DAY_MS, endedMs: 9 * DAY_MS - 100 * MINUTE_MS };

/**
 * Heartbeats: each job of the story that found something, and every watch of the last month but for an hour and a
 * half, the last 3 minutes ago.
 */
export function runRows(deeds: readonly Deed[], now: Date) {
  const looks = Array.from({ length: REMEMBERED_MS / WATCH_EVERY_MS }, (_, index) =>
    plus(now, -LAST_WATCH_MS - index * WATCH_EVERY_MS),
  ).filter((at) => at < plus(now, -OUTAGE.beganMs) || at >= plus(now, -OUTAGE.endedMs));
  const quiet = looks.map((at) => run("watch", at, watchCounts(deeds, at)));
  const eventful = deeds.flatMap((deed) => runOf(deed, deeds));
  return [...eventful, ...quiet].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
}

function runOf(deed: Deed, deeds: readonly Deed[]) {
  const watch = (found: Partial<WatchCounts>) => [run("watch", deed.at, { ...watchCounts(deeds, deed.at), ...found })];
  switch (deed.kind) {
    case "baseline":
      return watch({ baseline: deed.sites.length });
    case "appeared-outside":
      return watch({ appeared: deed.sites.length });
    case "vanished-outside":
      return watch({ vanished: deed.sites.length });
    case "expired":
      return watch({ expired: deed.sites.length });
    case "reminder": {
      const counts: ReminderCounts = {
        due: 1,
        queued: recipients.length,
        sites: publicAt(deeds, deed.at),
        warned: 0,
        lapsed: 0,
      };
      return [run("reminders", deed.at, counts)];
    }
    default:
      return [];
  }
}

function watchCounts(deeds: readonly Deed[], at: Date): WatchCounts {
  return { ...NOTHING, public: publicAt(deeds, at) };
}

/** How many sites were public at that moment of the story. */
function publicAt(deeds: readonly Deed[], at: Date): number {
  return deeds.filter((deed) => deed.at <= at).reduce((count, deed) => count + change(deed), 0);
}

function change(deed: Deed): number {
  switch (deed.kind) {
    case "baseline":
    case "grant":
    case "appeared-outside":
      return deed.sites.length;
    case "revoke":
    case "expired":
    case "vanished-outside":
      return -deed.sites.length;
    default:
      return 0;
  }
}

function run(job: JobName, startedAt: Date, counts: Counts) {
  const finishedAt = plus(startedAt, SECOND_MS);
  return { job, startedAt, finishedAt, outcome: "done", counts: JSON.stringify(counts) };
}
