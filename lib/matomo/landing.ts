import type { DbClient } from "@/lib/platform/db/client";
import { joinSql } from "@/lib/platform/db/sql";
import { isBefore, parseVersion } from "./known-versions";
import { ANONYMOUS } from "./users";
import { readVersion } from "./version";

const REPORT = "defaultReport";
const DATE = "defaultReportDate";
/** The report that is Matomo's login page. */
export const LOGIN_PAGE = "Login";
/** From here on they are rows of `plugin_setting`, and those in `option` count no more (docs/matomo.md#landing). */
const MOVED = "5.9.0-b1";

/** What somebody not signed in sees first, as Matomo stores it; null where nothing is set. */
export async function readLandingPreferences(db: DbClient): Promise<{ report: string | null; date: string | null }> {
  const version = parseVersion(await readVersion(db));
  // Without a version that can be read, the newer form tells by being there.
  const stored = new Map([
    ...(version === null || isBefore(version, MOVED) ? await inOptions(db) : []),
    ...(version === null || !isBefore(version, MOVED) ? await inSettings(db) : []),
  ]);
  return { report: stored.get(REPORT) ?? null, date: stored.get(DATE) ?? null };
}

async function inOptions(db: DbClient): Promise<Map<string, string>> {
  const names = [REPORT, DATE].map((name) => `${ANONYMOUS}_${name}`);
  const rows = await db.$queryRaw<{ name: string; value: string }[]>`
    SELECT option_name AS name, option_value AS value FROM \`matomo_option\`
    WHERE option_name IN (${joinSql(names)})`;
  return new Map(rows.map(({ name, value }) => [name.slice(ANONYMOUS.length + 1), value]));
}

async function inSettings(db: DbClient): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ name: string; value: string }[]>`
    SELECT setting_name AS name, setting_value AS value FROM \`matomo_plugin_setting\`
    WHERE plugin_name = 'UsersManager' AND user_login = ${ANONYMOUS} AND setting_name IN (${joinSql([REPORT, DATE])})
    ORDER BY idplugin_setting`;
  return new Map(rows.map(({ name, value }) => [name, value]));
}
