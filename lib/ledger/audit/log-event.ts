import { logger } from "@/lib/platform/logger";
import { keptOrigin } from "./origin";
import type { Actor, AuditFacts, Origin } from "./schema";

/** Log shippers cut lines of some 16 kB and more; ids beyond these are in the audit log. */
const LISTED = 50;

/**
 * One audit event as a line of the log, so that it leaves the host (ASVS 16.4.3). Somebody who rewrites the audit log
 * would have to rewrite the hashes wherever the lines went, too.
 */
export function logAuditEvent(event: {
  seq: bigint;
  at: Date;
  actor: Actor;
  origin: Origin;
  facts: AuditFacts;
  hash: string;
}): void {
  const { seq, at, actor, origin, hash } = event;
  const { type, ...facts } = event.facts;
  const { ip, sessionRef } = keptOrigin(origin);
  logger().info(
    { audit: { seq: Number(seq), at, type, actor, ip, sessionRef, facts: shortened(facts), hash } },
    "audit",
  );
}

/** A refusal of a visitor beyond what the audit log takes: it has no number and no hash. */
export function logUnrecordedRefusal(refusal: { at: Date; origin: Origin; facts: AuditFacts }): void {
  const { type, ...facts } = refusal.facts;
  const { ip, sessionRef } = keptOrigin(refusal.origin);
  logger().warn(
    { refused: { at: refusal.at, type, ip, sessionRef, facts: shortened(facts) } },
    "refused, not recorded",
  );
}

/** Long lists are cut to their first 50, and how long they were is said beside them. */
function shortened(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      Array.isArray(value) && value.length > LISTED
        ? [
            [name, value.slice(0, LISTED)],
            [`${name}Count`, value.length],
          ]
        : [[name, value]],
    ),
  );
}
