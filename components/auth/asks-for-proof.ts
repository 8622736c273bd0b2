import type { Refusal } from "@/lib/platform/result";

const PROOF_CODES: ReadonlySet<Refusal["code"]> = new Set([
  "step_up_required",
  "proof_expired",
  "proof_used",
  "proof_foreign",
]);

/** Whether an action was refused for want of a proof that serves: asking once more may help. */
export function asksForProof(code: Refusal["code"]): boolean {
  return PROOF_CODES.has(code);
}
