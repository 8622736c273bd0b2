import { unlessIncomparable } from "@/lib/platform/db/incomparable";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Uses up a recovery code of this user: accepted once, then gone from Matomo's table, as in Matomo
 * (docs/matomo.md#second-factor). Of two who use it at the same moment, here or in Matomo, the one whose DELETE finds
 * the row wins.
 * @param login as stored; the database compares it, and the code
 * @param code as typed; hyphens, case and blanks around it do not count
 * @returns whether it was one
 */
export async function spendRecoveryCode(tx: Tx, login: string, code: string): Promise<boolean> {
  const stored = code.replaceAll("-", "").toUpperCase().trim();
  if (stored === "") return false;
  // Some collations find invisible characters equal to an empty code.
  const deleted = await unlessIncomparable(
    () => tx.db.$executeRaw`
      DELETE FROM \`matomo_twofactor_recovery_code\`
      WHERE login = ${login} AND recovery_code = ${stored} AND recovery_code <> ''`,
    0,
  );
  return deleted > 0;
}
