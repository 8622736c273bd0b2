import { createHash, randomBytes } from "node:crypto";
import { MINUTE_MS, plus } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type ProofMethod, proofMethods, type StepUpAction } from "./schema";
import type { SuperUser } from "./session";

export const PROOF_MAX_AGE_MS = 2 * MINUTE_MS;
export const RECENT_AUTH_MAX_AGE_MS = 15 * MINUTE_MS;

/** A proof used up for one command: fresh, of this session, for this action and exactly these sites. */
class ConsumedStepUp {
  readonly #minted = true;
  constructor(
    readonly action: StepUpAction,
    readonly method: ProofMethod,
  ) {}
  get isMinted(): boolean {
    return this.#minted;
  }
}
export type StepUp = ConsumedStepUp;

/** The password was proven in this session within the last 15 minutes. Enough to tighten, never to publish. */
class RecentlyAuthenticated {
  readonly #minted = true;
  get isMinted(): boolean {
    return this.#minted;
  }
}
export type RecentAuth = RecentlyAuthenticated;

/** What a proof is bound to: the action and the exact set of site ids, in any order. Hex sha256. */
export function proofSubject(action: StepUpAction, siteIds: readonly number[]): string {
  const ids = [...new Set(siteIds)].sort((a, b) => a - b);
  return createHash("sha256")
    .update(JSON.stringify([action, ids]))
    .digest("hex");
}

/** What a proof is for. `subject` is what `proofSubject` gave, where the ids were too many to come along. */
export type ProofFor = { action: StepUpAction } & (
  | { siteIds: readonly number[] }
  | { subject: string; siteCount: number }
);

/**
 * Writes a proof for a session whose user has just been proven again.
 * @returns the proof's id, for the cookie alone; the database knows its sha256
 */
export async function issueProof(
  tx: Tx,
  proof: ProofFor & { login: string; sessionRef: string; method: ProofMethod; at: Date },
): Promise<string> {
  const proofId = randomBytes(32).toString("base64url");
  await tx.db.proof.create({
    data: {
      id: reference(proofId),
      sessionRef: proof.sessionRef,
      login: proof.login,
      action: proof.action,
      subject: "subject" in proof ? proof.subject : proofSubject(proof.action, proof.siteIds),
      method: proof.method,
      issuedAt: proof.at,
      expiresAt: plus(proof.at, PROOF_MAX_AGE_MS),
    },
  });
  return proofId;
}

/**
 * Uses a proof up, inside the transaction of the command it is for: if the command fails, the proof was not used.
 * @throws AppError `step_up_required`, `proof_expired`, `proof_used` or `proof_foreign`
 */
export async function consumeProof(
  tx: Tx,
  superUser: SuperUser,
  wanted: { proofId: string | null; action: StepUpAction; siteIds: readonly number[]; at: Date },
): Promise<StepUp> {
  if (!wanted.proofId) throw new AppError("step_up_required");
  const id = reference(wanted.proofId);
  const { count } = await tx.db.proof.updateMany({
    where: {
      id,
      sessionRef: superUser.origin.sessionRef,
      login: superUser.login,
      action: wanted.action,
      subject: proofSubject(wanted.action, wanted.siteIds),
      consumedAt: null,
      issuedAt: { lte: wanted.at },
      expiresAt: { gt: wanted.at },
    },
    data: { consumedAt: wanted.at },
  });
  const proof = await tx.db.proof.findUnique({ where: { id } });
  if (count === 1) return new ConsumedStepUp(wanted.action, methodOf(proof?.method));
  if (!proof) throw new AppError("step_up_required");
  if (proof.sessionRef !== superUser.origin.sessionRef || proof.login !== superUser.login)
    throw new AppError("proof_foreign");
  if (proof.consumedAt !== null) throw new AppError("proof_used");
  if (proof.expiresAt <= wanted.at) throw new AppError("proof_expired");
  throw new AppError("proof_foreign");
}

/**
 * The weaker proof, for tightening: the password was given in this session at most 15 minutes ago.
 * @throws AppError `step_up_required`
 */
export function requireRecentAuth(superUser: SuperUser, at: Date): RecentAuth {
  const age = at.getTime() - superUser.lastAuthenticatedAt.getTime();
  if (age < 0 || age > RECENT_AUTH_MAX_AGE_MS) throw new AppError("step_up_required");
  return new RecentlyAuthenticated();
}

/** What is not understood counts as the weakest. */
function methodOf(stored: string | undefined): ProofMethod {
  return proofMethods.find((method) => method === stored) ?? "password";
}

function reference(proofId: string): string {
  return createHash("sha256").update(proofId).digest("hex");
}
