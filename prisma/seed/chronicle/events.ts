import { createHash } from "node:crypto";
import { type AuditFacts, NO_ORIGIN, type Origin } from "@/lib/ledger/audit/schema";
import type { Deed, Person } from "./deeds";

/** Where a Super User's request came from. One session for each sign-in, so `signedInAt` names it. */
export function originOf(person: Person, signedInAt: Date): Origin {
  const sessionRef = createHash("sha256").update(`demo ${person.login} ${signedInAt.toISOString()}`).digest("hex");
  return { ip: person.ip, userAgent: person.userAgent, sessionRef };
}

export function signedIn(person: Person, at: Date): Deed {
  return by(person, at, { type: "sign-in.succeeded", method: "password" });
}

export function signedOut(person: Person, at: Date): Deed {
  return by(person, at, { type: "sign-out" });
}

/** A change that the portal refused: nothing was done. */
export function refused(person: Person, at: Date, change: { action: string; code: string; siteIds: number[] }): Deed {
  return by(person, at, { type: "action.refused", ...change, siteCount: change.siteIds.length });
}

/** Somebody not signed in, at the desk of `person`. */
export function visitor(person: Person, at: Date, facts: AuditFacts): Deed {
  const origin = { ip: person.ip, userAgent: person.userAgent, sessionRef: null };
  return { kind: "event", at, actor: { type: "visitor" }, origin, facts };
}

/** A caller that the portal keeps no trace of. */
export function nobody(at: Date, facts: AuditFacts): Deed {
  return { kind: "event", at, actor: { type: "visitor" }, origin: NO_ORIGIN, facts };
}

/** Somebody nobody knows, from the address that Matomo's settings block. */
export function stranger(at: Date, facts: AuditFacts): Deed {
  const origin = { ...NO_ORIGIN, ip: "203.0.113.66", userAgent: "python-requests/2.32.3" };
  return { kind: "event", at, actor: { type: "visitor" }, origin, facts };
}

function by(person: Person, at: Date, facts: AuditFacts): Deed {
  return { kind: "event", at, actor: { type: "superUser", login: person.login }, origin: originOf(person, at), facts };
}
