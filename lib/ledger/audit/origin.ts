import { createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";
import type { Origin } from "./schema";

/** From where an event came, as it is kept beside the event. The chain covers `digestOf` it. */
export type StoredOrigin = Origin & { salt: string };

const SALT_BYTES = 16;

/** Of an origin what may be kept at all: with ORIGIN_RETENTION_DAYS=0 nothing. */
export function keptOrigin(origin: Origin): Origin {
  return env().ORIGIN_RETENTION_DAYS === 0 ? { ip: null, userAgent: null, sessionRef: null } : origin;
}

/** The same with a salt of its own, so that nobody can guess from the digest what was deleted; null: from nowhere. */
export function salted(origin: Origin): StoredOrigin | null {
  if (Object.values(origin).every((value) => value === null)) return null;
  return { ...origin, salt: randomBytes(SALT_BYTES).toString("hex") };
}

/** sha256, hex, over the salt and the three values. */
export function digestOf({ salt, ip, userAgent, sessionRef }: StoredOrigin): string {
  return createHash("sha256")
    .update(JSON.stringify([salt, ip, userAgent, sessionRef]))
    .digest("hex");
}
