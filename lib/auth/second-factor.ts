import { createHash } from "node:crypto";
import { burnInMatomo } from "@/lib/matomo/code-replay";
import { spendRecoveryCode } from "@/lib/matomo/recovery-codes";
import { codeDigits, findTotpStep } from "@/lib/matomo/totp";
import type { MatomoUserRecord } from "@/lib/matomo/users";
import { insertIgnore } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";

/** `used`: a one-time code that is right and was accepted before, here or in Matomo. */
export type SecondFactor = "code" | "recovery-code" | "wrong" | "used";

/**
 * Checks what was typed as second factor, in Matomo's order: one-time code, then recovery code
 * (docs/matomo.md#second-factor). Either is accepted once: the code's time step is burnt, the recovery code deleted
 * from Matomo's table. Both happen with the commit of `tx`, so a transaction that fails has used nothing.
 * @param user as read in this transaction; without a second factor nothing is right
 * @param accepted how many steps of 30 s around now count, and Matomo's salt where the portal was given it
 */
export async function checkSecondFactor(
  tx: Tx,
  user: Pick<MatomoUserRecord, "login" | "secondFactorSecret">,
  code: string,
  at: Date,
  accepted: { window: number; salt?: string | undefined } = { window: env().TOTP_WINDOW, salt: env().MATOMO_SALT },
): Promise<SecondFactor> {
  const { login, secondFactorSecret } = user;
  if (secondFactorSecret === "") return "wrong";
  const step = findTotpStep(secondFactorSecret, code, at, accepted.window);
  if (step === null) return (await spendRecoveryCode(tx, login, code)) ? "recovery-code" : "wrong";
  if (!(await burnCode(tx, login, step, at))) return "used";
  const { salt } = accepted;
  if (salt && !(await burnInMatomo(tx, { login, code: codeDigits(code) ?? code, salt, at }))) return "used";
  return "code";
}

/**
 * Burns the one-time code of one user and time step, for every process of the portal (RFC 6238, 5.2: a verifier must
 * not accept it a second time).
 * @param login as stored
 * @returns false when it is burnt already
 */
async function burnCode(tx: Tx, login: string, step: number, at: Date): Promise<boolean> {
  const id = createHash("sha256")
    .update(JSON.stringify([login, step]))
    .digest("hex");
  const inserted = await tx.db.$executeRaw`
    ${insertIgnore()} INTO portal_burnt_code (id, burnt_at) VALUES (${id}, ${at})`;
  return inserted > 0;
}
