import { createHash } from "node:crypto";
import { insertIgnore } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Burns a one-time code where Matomo itself looks (docs/matomo.md#second-factor): an option named after the md5 of
 * login, code and Matomo's salt. A code used there is refused here from then on, and the other way round. Matomo
 * deletes the rows daily.
 *
 * Needs, on Matomo's option table, INSERT on its three columns.
 * @param used.code the six digits, as Matomo hashes them
 * @returns false when it is burnt already
 */
export async function burnInMatomo(
  tx: Tx,
  used: { login: string; code: string; salt: string; at: Date },
): Promise<boolean> {
  const md5 = createHash("md5").update(`${used.login}${used.code}${used.salt}`, "utf8").digest("hex");
  const seconds = String(Math.floor(used.at.getTime() / 1000));
  const inserted = await tx.db.$executeRaw`
    ${insertIgnore()} INTO \`matomo_option\` (option_name, option_value, autoload)
    VALUES (${`twofa_codes_used_${md5}`}, ${seconds}, 0)`;
  return inserted > 0;
}
