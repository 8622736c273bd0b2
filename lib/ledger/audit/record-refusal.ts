import { MINUTE_MS, now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { logger } from "@/lib/platform/logger";
import { oncePerProcess } from "@/lib/platform/once-per-process";
import { inHand, whenStopping } from "@/lib/platform/shutdown";
import { appendEvent } from "./append-event";
import { logUnrecordedRefusal } from "./log-event";
import { CountedRefusals, type Refusal } from "./refusal";

/** Refusals within a minute that stand by themselves: of all visitors together, and of each Super User. */
export const ALONE = { visitor: 5, superUser: 10 } as const;

type Minute = { began: number; alone: number };
type Book = {
  minutes: Map<string, Minute>;
  counted: Map<string, CountedRefusals>;
  timer: NodeJS.Timeout | null;
  endsWithProcess: boolean;
};

const book = () =>
  oncePerProcess<Book>("refusals", () => ({
    minutes: new Map(),
    counted: new Map(),
    timer: null,
    endsWithProcess: false,
  }));

/**
 * Records that somebody was refused. Never throws: a refusal stands, recorded or not.
 *
 * Anybody can make refusals, so there is a limit to what they can write into a log that nobody may shorten, and to how
 * often they take the write mutex. Within a minute the first few are events of their own. The others are counted, and a
 * minute later one event for each kind says how many there were, from how many networks, and on which logins. So no flood
 * writes more than ten visitors' events a minute and process, and none hides what it is made of.
 */
export async function recordRefusal(refusal: Refusal): Promise<void> {
  if (!mayStandAlone(refusal)) return countRefusal(refusal);
  try {
    await inTransaction((tx) => appendEvent(tx, refusal));
  } catch (error) {
    logger().error({ err: error }, "a refusal could not be recorded");
    countRefusal(refusal);
  }
}

/** Counts a refusal for the event of this minute; for those that nothing can be written for at once. */
export function countRefusal(refusal: Refusal): void {
  logUnrecordedRefusal(refusal);
  countQuietly(refusal);
}

/** The same without a line of the log: for what a flood makes by the thousand. */
export function countQuietly(refusal: Refusal): void {
  const key = `${actorKey(refusal)} ${refusal.facts.type}`;
  const counted = book().counted.get(key);
  if (counted) counted.add(refusal);
  else book().counted.set(key, new CountedRefusals(refusal));
  writeLater();
}

/** Writes what was counted, in one transaction. What cannot be written now stays counted. Never throws. */
export async function writeCountedRefusals(): Promise<void> {
  const { timer, counted } = book();
  if (timer) clearTimeout(timer);
  book().timer = null;
  const written = [...counted];
  if (written.length === 0) return;
  const at = now();
  const events = written.map(([, refusals]) => refusals.event(at));
  counted.clear();
  try {
    await inTransaction(async (tx) => {
      for (const event of events) await appendEvent(tx, event);
    });
  } catch (error) {
    logger().error({ err: error }, "refusals that were counted could not be recorded");
    for (const [key, refusals] of written) keepCounted(key, refusals);
    writeLater();
  }
}

function keepCounted(key: string, counted: CountedRefusals): void {
  const { counted: all } = book();
  const since = all.get(key);
  if (since) counted.absorb(since);
  all.set(key, counted);
}

/** A minute after the first that was counted, and before the process ends. */
function writeLater(): void {
  const { timer, endsWithProcess } = book();
  if (!endsWithProcess) whenStopping(() => void inHand(writeCountedRefusals()));
  book().endsWithProcess = true;
  if (timer === null) book().timer = setTimeout(() => void inHand(writeCountedRefusals()), MINUTE_MS).unref();
}

function mayStandAlone(refusal: Refusal): boolean {
  const { minutes } = book();
  const key = actorKey(refusal);
  const at = refusal.at.getTime();
  const minute = minutes.get(key);
  const isOver = !minute || at < minute.began || at >= minute.began + MINUTE_MS;
  const { began, alone } = isOver ? { began: at, alone: 0 } : minute;
  if (alone >= ALONE[refusal.actor.type]) return false;
  minutes.set(key, { began, alone: alone + 1 });
  return true;
}

function actorKey({ actor }: Refusal): string {
  return actor.type === "visitor" ? "visitor" : `superUser ${actor.login}`;
}
