import type { Tx } from "@/lib/platform/db/transaction";
import { CHANGEABLE, type ChangeableSetting } from "./store";
import { writeRow } from "./write-row";

/** Stores what a Super User chose. Only lib/domain/settings/change-setting.ts calls it, which records and mails it. */
export function writeSetting(
  tx: Tx,
  setting: ChangeableSetting,
  value: string,
  login: string,
  at: Date,
): Promise<void> {
  return writeRow(tx, CHANGEABLE[setting], value, login, at);
}
