import type { Verdict } from "@/lib/ledger/audit/walk-chain";
import type { Statement } from "./schema";

/** What a walk of the chain found, as a statement says it. */
export function toVerified(verdict: Verdict): NonNullable<Statement["chain"]["verified"]> {
  return verdict.ok
    ? { ok: true, events: verdict.events, brokenAt: null, problem: null }
    : { ok: false, events: null, brokenAt: verdict.seq, problem: verdict.problem };
}
