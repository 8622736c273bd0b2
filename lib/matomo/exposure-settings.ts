import type { Reader } from "@/lib/db/client";
import { idList, inChunks } from "@/lib/db/sql";

const PLUGIN = "Live";
const VISITS_LOG_OFF = "disable_visitor_log";

/** Whether Matomo hides the visits log on every site (plugin setting `Live`, fact 3.1; default: shown). */
export async function visitsLogHiddenEverywhere(db: Reader): Promise<boolean> {
  const setting = await db.matomoPluginSetting.findFirst({
    where: { pluginName: PLUGIN, settingName: VISITS_LOG_OFF, userLogin: "" },
    select: { value: true },
  });
  return setting?.value === "1";
}

/** Those of `siteIds` whose own setting hides the visits log. */
export async function sitesWithHiddenVisitsLog(db: Reader, siteIds: readonly number[]): Promise<Set<number>> {
  const hidden = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number }[]>`
      SELECT DISTINCT idsite FROM \`matomo_site_setting\`
      WHERE idsite IN (${idList(chunk)}) AND plugin_name = ${PLUGIN} AND setting_name = ${VISITS_LOG_OFF}
        AND setting_value = '1'`;
    for (const row of rows) hidden.add(Number(row.idsite));
  }
  return hidden;
}

/** Whether user ids are stored as pseudonyms (option `PrivacyManager.anonymizeUserId`, default off). */
export async function userIdsPseudonymised(db: Reader): Promise<boolean> {
  const option = await db.matomoOption.findUnique({
    where: { name: "PrivacyManager.anonymizeUserId" },
    select: { value: true },
  });
  return option?.value === "1";
}
