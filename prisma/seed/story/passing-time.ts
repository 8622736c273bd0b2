import { TZDate } from "@date-fns/tz";
import { addDays, setHours, startOfDay } from "date-fns";
import { endWarningsDue } from "@/lib/domain/public-access/warn-of-ends";
import { readExpiredSiteIds } from "@/lib/domain/publications/publications";
import { reminderWorkIsDue } from "@/lib/domain/reminders/run-reminders";
import { tick } from "@/lib/jobs/tick";
import { MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { instanceZone } from "@/prisma/seed/when";
import { setStoryTime, storyTime } from "./clock";

/** Reminders come on Monday at eight (lib/domain/periods/policy.ts), warnings of what lapses then two days before. */
const OFFICE_OPENS = 8;
const REMINDED = new Set([6, 0, 1]);
const WATCH_EVERY_MS = 5 * MINUTE_MS;

/** The portal's own clock between the scenes. */
export type PassingTime = {
  /** Lets the portal do what falls due until then. */
  until: (at: Date) => Promise<void>;
  /** Somebody changed something: the watch looks so often before nothing is new to it. */
  somethingChanged: (looks: number) => void;
  /** The server is down for so long. */
  outage: (ms: number) => Promise<void>;
  /** The look that was due last. */
  catchUp: () => Promise<void>;
};

/**
 * The watch comes by every five minutes, and with it whatever follows a watch. It really looks after each scene until it
 * finds nothing more, and when a day brings an end, a warning or a reminder. The looks between are copies of the last
 * one: nothing changed since.
 */
export function startTime(from: Date): PassingTime {
  let looked = from;
  let changed = from;
  let looksLeft = 1;

  async function look(at: Date): Promise<void> {
    await copyLastLook(looked, at);
    const result = await tick("watch");
    if (result.outcome !== "done") throw new Error(`The watch of ${at.toISOString()} was not done.`);
    const { public: _, ...found } = result.counts;
    looksLeft = Math.max(looksLeft - 1, Object.values(found).some((count) => count > 0) ? 1 : 0);
    looked = at;
  }

  setStoryTime(from);
  return {
    until: async (to) => {
      for (let at = storyTime(); ; ) {
        at = looksLeft > 0 ? markAfter(changed > looked ? changed : looked) : turnAfter(at);
        if (at > to) break;
        setStoryTime(at);
        if (looksLeft > 0 || (await isSomethingDue(at))) await look(at);
      }
      setStoryTime(to);
    },
    somethingChanged: (looks) => {
      changed = storyTime();
      looksLeft = Math.max(looksLeft, looks);
    },
    outage: async (ms) => {
      await copyLastLook(looked, storyTime());
      looked = plus(storyTime(), ms);
      looksLeft = 1;
      setStoryTime(looked);
    },
    catchUp: async () => {
      const at = plus(markAfter(storyTime()), -WATCH_EVERY_MS);
      if (at <= looked) return;
      setStoryTime(at);
      await look(at);
    },
  };
}

function markAfter(at: Date): Date {
  return new Date((Math.floor(at.getTime() / WATCH_EVERY_MS) + 1) * WATCH_EVERY_MS);
}

/** The next moment at which something may fall due. */
function turnAfter(at: Date): Date {
  const today = startOfDay(new TZDate(at, instanceZone));
  const tomorrow = new Date(addDays(today, 1).getTime());
  const morning = new Date(setHours(today, OFFICE_OPENS).getTime());
  return morning > at && REMINDED.has(today.getDay()) ? morning : tomorrow;
}

/** Publications end, and are warned of, as a day begins. */
async function isSomethingDue(at: Date): Promise<boolean> {
  if (new TZDate(at, instanceZone).getHours() === OFFICE_OPENS) return reminderWorkIsDue();
  return (await endWarningsDue(db(), at)) || (await readExpiredSiteIds(db(), at)).length > 0;
}

/** The heartbeats of the watch after `from` and before `to`. */
async function copyLastLook(from: Date, to: Date): Promise<void> {
  const [first = 0, end = 0, step = 0] = [+markAfter(from), +to, WATCH_EVERY_MS].map((ms) =>
    Math.floor(ms / SECOND_MS),
  );
  if (first >= end) return;
  await db().$executeRaw`
    INSERT INTO portal_run (job, started_at, finished_at, outcome, counts)
    WITH RECURSIVE look (second) AS (SELECT ${first} UNION ALL SELECT second + ${step} FROM look WHERE second + ${step} < ${end}),
      moment (at) AS (SELECT strftime('%Y-%m-%dT%H:%M:%S.000+00:00', second, 'unixepoch') FROM look)
    SELECT job, moment.at, moment.at, outcome, counts
    FROM moment, (SELECT * FROM portal_run WHERE job = 'watch' ORDER BY id DESC LIMIT 1)`;
}
