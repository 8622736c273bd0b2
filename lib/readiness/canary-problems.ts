import type { Reader } from "@/lib/db/client";

const OPEN =
  "Strangers can read the site that must never be public (CANARY_SITE_ID). Close Matomo to the outside, find what opened it, and look again from outside.";

/** What is to be said while a look from outside has found the canary readable, and none since found it closed. */
export async function canaryProblems(db: Reader): Promise<string[]> {
  return (await db.finding.count({ where: { kind: "canary-readable" } })) > 0 ? [OPEN] : [];
}
