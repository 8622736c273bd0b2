import type { Tx } from "@/lib/platform/db/transaction";
import { plainValue, SETTINGS, type SettingName, type SettingValue } from "./terms";
import { writeRow } from "./write-row";

/** Stores what a Super User chose. Only lib/domain/settings/change-setting.ts calls it, which records and mails it. */
export function writeSetting<S extends SettingName>(
  tx: Tx,
  setting: S,
  value: SettingValue<S>,
  login: string,
  at: Date,
): Promise<void> {
  return writeRow(tx, SETTINGS[setting].storedAs, plainValue(value), login, at);
}
