import type { Reader } from "@/lib/db/client";
import { idList, inChunks, joinSql } from "@/lib/db/sql";

// Matomo's plugin `Live` (fact 3.1): a system setting hides for every site, a site's own for that one. Hiding the
// visits log hides the visitor profile, too. A value in Matomo's configuration file wins over both and is not seen.
const PLUGIN = "Live";
const VISITS_LOG_OFF = ["disable_visitor_log"];
const VISITOR_PROFILE_OFF = ["disable_visitor_log", "disable_visitor_profile"];

/** Whether Matomo hides the visits log on every site (default: shown). */
export function visitsLogHiddenEverywhere(db: Reader): Promise<boolean> {
  return isOnEverywhere(db, VISITS_LOG_OFF);
}

/** Whether Matomo hides the visitor profile on every site (default: shown). Strangers never get it (fact 3). */
export function visitorProfileHiddenEverywhere(db: Reader): Promise<boolean> {
  return isOnEverywhere(db, VISITOR_PROFILE_OFF);
}

/** Those of `siteIds` whose own setting hides the visits log. */
export function sitesWithHiddenVisitsLog(db: Reader, siteIds: readonly number[]): Promise<Set<number>> {
  return sitesWithOn(db, siteIds, VISITS_LOG_OFF);
}

/** Those of `siteIds` whose own setting hides the visitor profile. */
export function sitesWithHiddenVisitorProfile(db: Reader, siteIds: readonly number[]): Promise<Set<number>> {
  return sitesWithOn(db, siteIds, VISITOR_PROFILE_OFF);
}

async function isOnEverywhere(db: Reader, names: string[]): Promise<boolean> {
  const settings = await db.matomoPluginSetting.findMany({
    where: { pluginName: PLUGIN, settingName: { in: names }, userLogin: "" },
    select: { value: true },
  });
  return settings.some(({ value }) => value === "1");
}

async function sitesWithOn(db: Reader, siteIds: readonly number[], names: string[]): Promise<Set<number>> {
  const found = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number }[]>`
      SELECT DISTINCT idsite FROM \`matomo_site_setting\`
      WHERE idsite IN (${idList(chunk)}) AND plugin_name = ${PLUGIN} AND setting_name IN (${joinSql(names)})
        AND setting_value = '1'`;
    for (const row of rows) found.add(Number(row.idsite));
  }
  return found;
}

/** Whether user ids are stored as pseudonyms (option `PrivacyManager.anonymizeUserId`, default off). */
export async function userIdsPseudonymised(db: Reader): Promise<boolean> {
  const option = await db.matomoOption.findUnique({
    where: { name: "PrivacyManager.anonymizeUserId" },
    select: { value: true },
  });
  return option?.value === "1";
}
