import { z } from "zod";

const ofLock = z.looseObject({ kind: z.literal("lock-changed"), locked: z.boolean() });
const ofPause = z.looseObject({ kind: z.literal("pause-changed"), state: z.string() });
const ofChanges = z.looseObject({ kind: z.literal("digest"), changes: z.array(z.unknown()) });

/** Facts of a mail as this version says them: those that an older version queued may be of a lock or a pause. */
export function asSaidToday(facts: unknown): unknown {
  const { data: lock } = ofLock.safeParse(facts);
  if (lock) return { left: 0, ...lock, kind: "block-changed", on: lock.locked };
  const { data: pause } = ofPause.safeParse(facts);
  if (pause)
    return { ...pause, kind: "block-changed", on: pause.state === "paused", ...(pause.state === "dropped" && NONE) };
  const { data: digest } = ofChanges.safeParse(facts);
  return digest ? { ...digest, changes: digest.changes.map(asSaidToday) } : facts;
}

/** What a dropped pause named stayed private; nothing was restored. */
const NONE = { sites: [], total: 0 };
