import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import { SETTINGS, type SettingName, type SettingValue, type SettingValues, savedNames } from "./terms";
import { writeRow } from "./write-row";

const WATCHING_SINCE = "watch.watching-since";

/** What a setting is: what a Super User chose, or what it is before anybody did. */
export async function readSetting<S extends SettingName>(db: DbClient, setting: S): Promise<SettingValue<S>> {
  return (await readDatedSetting(db, setting)).value;
}

/** The same, and when somebody chose it; null when nobody did. */
export async function readDatedSetting<S extends SettingName>(
  db: DbClient,
  setting: S,
): Promise<{ value: SettingValue<S>; changedAt: Date | null }>;
export async function readDatedSetting(db: DbClient, setting: SettingName) {
  const stored = await db.setting.findUnique({ where: { name: SETTINGS[setting].storedAs } });
  return { value: understood(setting, stored?.value), changedAt: stored?.updatedAt ?? null };
}

/** All that is saved together, by name. One statement. */
export async function readSettingValues(db: DbClient): Promise<SettingValues>;
export async function readSettingValues(db: DbClient): Promise<object> {
  const names = savedNames.map((setting) => SETTINGS[setting].storedAs);
  const rows = await db.setting.findMany({ where: { name: { in: names } } });
  const stored = new Map(rows.map(({ name, value }) => [name, value]));
  return Object.fromEntries(
    savedNames.map((setting) => [setting, understood(setting, stored.get(SETTINGS[setting].storedAs))]),
  );
}

function understood(setting: SettingName, stored: string | undefined): string | TypedText {
  const declared = SETTINGS[setting];
  const text = stored ?? declared.unset;
  return "oneOf" in declared ? (declared.oneOf.find((one) => one === text) ?? declared.unset) : asTyped(text);
}

/** When the watch wrote its baseline; null before its first run. */
export async function readWatchingSince(db: DbClient): Promise<Date | null> {
  const stored = await db.setting.findUnique({ where: { name: WATCHING_SINCE } });
  return stored === null ? null : new Date(stored.value);
}

/** Remembers that the baseline is written. */
export async function writeWatchingSince(tx: Tx, at: Date): Promise<void> {
  await writeRow(tx, { name: WATCHING_SINCE, value: at.toISOString(), updatedBy: "watch", updatedAt: at });
}
