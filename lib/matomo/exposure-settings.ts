import type { DbClient } from "@/lib/platform/db/client";
import { idList, idNames, inChunks, joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { ExposureRules } from "./exposure-rules";

/** Where the visits log is switched off: on every site, or on these of the sites asked about. */
export type SwitchedOff = { everywhere: boolean; on: ReadonlySet<number> };

/**
 * Where Matomo switches the visits log off, for all sites or by a site's own setting. A value in Matomo's configuration
 * file wins over both and is not seen. One statement, and one for each 5,000 sites.
 */
export async function readLogsSwitchedOff(
  db: DbClient,
  siteIds: readonly number[],
  rules: ExposureRules,
): Promise<SwitchedOff> {
  const hides = hidesTheLog(rules);
  const everywhere = await db.$queryRaw<unknown[]>`
    SELECT 1 AS found FROM \`matomo_plugin_setting\`
    WHERE ${hides} AND user_login = '' AND setting_value = '1' LIMIT 1`;
  const on = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number }[]>`
      SELECT DISTINCT idsite FROM \`matomo_site_setting\`
      WHERE idsite IN (${idList(chunk)}) AND ${hides} AND setting_value = '1'`;
    for (const row of rows) on.add(Number(row.idsite));
  }
  return { everywhere: everywhere.length > 0, on };
}

/** Whether one of the existing sites of `among` (`SELECT idsite`) shows its visits log by its own settings. */
export async function someShowVisitsLog(db: DbClient, among: Sql, rules: ExposureRules): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS found FROM (${among}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite
    WHERE NOT EXISTS (
      SELECT 1 FROM \`matomo_site_setting\` own
      WHERE own.idsite = s.idsite AND ${hidesTheLog(rules)} AND setting_value = '1')
    LIMIT 1`;
  return rows.length > 0;
}

const POLICIES = { whole: "cnil_v1_policy_enabled", single: "cnil_v1_enforce__Live_VisitorLogDisabled" };

/** A setting of its own hides it, or a privacy policy (docs/matomo.md#privacy-settings). */
function hidesTheLog({ policyForms }: ExposureRules): Sql {
  return sql`((plugin_name = 'Live' AND setting_name = 'disable_visitor_log')
    OR (plugin_name = 'CnilPolicy' AND setting_name IN (${joinSql(["", ...policyForms.map((form) => POLICIES[form])])})))`;
}

const FOR_ALL = "PrivacyManager.anonymizeUserId";
/** For one site: the id stands between. */
const FOR_ONE = ["PrivacyManager.idSite(", ").anonymizeUserId"] as const;

/**
 * Those of `siteIds` whose user ids are stored as they are, not as pseudonyms. A site's own row is the one that counts
 * (docs/matomo.md#privacy-settings), unless this Matomo does not read it: then a site is pseudonymous only if both say
 * so. No policy changes it. One statement, and one for each 5,000 sites.
 */
export async function sitesWithRawUserIds(
  db: DbClient,
  siteIds: readonly number[],
  rules: ExposureRules,
): Promise<Set<number>> {
  const isOnForAll = (await readFlags(db, sql`${FOR_ALL}`)).get(FOR_ALL.toLowerCase()) ?? false;
  const raw = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const flags = await readFlags(db, idNames(chunk, ...FOR_ONE));
    for (const id of chunk) {
      const own = flags.get(FOR_ONE.join(String(id)).toLowerCase());
      const isOn = own === undefined || rules.userIdsBySite ? (own ?? isOnForAll) : own && isOnForAll;
      if (!isOn) raw.add(id);
    }
  }
  return raw;
}

/** Which of these options are on, by their names in lower case; those that are not stored are absent. */
async function readFlags(db: DbClient, names: Sql): Promise<Map<string, boolean>> {
  const rows = await db.$queryRaw<{ option_name: string; is_on: number | bigint }[]>`
    SELECT option_name, option_value = '1' AS is_on FROM \`matomo_option\` WHERE option_name IN (${names})`;
  return new Map(rows.map((row) => [row.option_name.toLowerCase(), Number(row.is_on) === 1]));
}
