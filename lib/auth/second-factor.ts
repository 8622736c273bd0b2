import { burnInMatomo } from "@/lib/matomo/code-replay";
import { spendRecoveryCode } from "@/lib/matomo/recovery-codes";
import { codeDigits, findTotpStep } from "@/lib/matomo/totp";
import type { MatomoUserRecord } from "@/lib/matomo/users";
import type { Tx } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { burnCode } from "./burnt-codes";

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
