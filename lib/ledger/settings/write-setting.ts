import type { Tx } from "@/lib/platform/db/transaction";
import { SETTINGS, type SettingName } from "./terms";
import { writeRow } from "./write-row";

/** Stores what a Super User chose. Only lib/domain/settings/change-setting.ts calls it, which records and mails it. */
export function writeSetting(tx: Tx, setting: SettingName, value: string, login: string, at: Date): Promise<void> {
  return writeRow(tx, { name: SETTINGS[setting].storedAs, value, updatedBy: login, updatedAt: at });
}
