import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import { type ExposureRules, exposureRulesOf } from "@/lib/matomo/exposure-rules";
import {
  readLogsSwitchedOff,
  type SwitchedOff,
  sitesWithRawUserIds,
  someShowVisitsLog,
} from "@/lib/matomo/exposure-settings";
import { publicSiteIds } from "@/lib/matomo/public-sites";
import { firstSitesByName } from "@/lib/matomo/sites";
import { readVersion } from "@/lib/matomo/version";
import type { DbClient } from "@/lib/platform/db/client";

/** What strangers get on some sites, as this instance is set and as its version does it. */
export type SitesExposure = {
  rules: ExposureRules;
  visitsLog: SwitchedOff;
  /** of the sites that hide their visits log; `closed` when none does */
  hiddenLogs: ExposureRules["hiddenLogs"];
  /** the sites whose user ids are stored as they are */
  rawUserIds: ReadonlySet<number>;
};

/** For exactly these sites. A constant number of statements for each 5,000 sites. */
export async function exposureOf(db: DbClient, siteIds: readonly number[]): Promise<SitesExposure> {
  const rules = exposureRulesOf(await readVersion(db));
  const visitsLog = await readLogsSwitchedOff(db, siteIds, rules);
  return {
    rules,
    visitsLog,
    hiddenLogs: await hiddenLogsOf(db, siteIds, visitsLog, rules),
    rawUserIds: await sitesWithRawUserIds(db, siteIds, rules),
  };
}

/**
 * Whether the visits logs of those that hide it are closed. Before Matomo 5.13 one public site that shows its log opens
 * that of every other in the same request (docs/matomo.md#what-anonymous-visitors-get), so it takes one among these or among
 * what is public already.
 */
async function hiddenLogsOf(
  db: DbClient,
  siteIds: readonly number[],
  { everywhere, on }: SwitchedOff,
  rules: ExposureRules,
): Promise<ExposureRules["hiddenLogs"]> {
  if (rules.hiddenLogs === "closed" || everywhere || on.size === 0) return "closed";
  if (siteIds.some((id) => !on.has(id))) return rules.hiddenLogs;
  return (await someShowVisitsLog(db, publicSiteIds, rules)) ? rules.hiddenLogs : "closed";
}

const NAMED_SITES = 10;

/** The same as a mail says it. */
export async function readExposure(
  db: DbClient,
  siteIds: readonly number[],
): Promise<FactsOf<"made-public">["exposure"]> {
  const exposure = await exposureOf(db, siteIds);
  const { rules, visitsLog, hiddenLogs } = exposure;
  const shownOn = visitsLog.everywhere ? 0 : siteIds.filter((id) => !visitsLog.on.has(id)).length;
  return {
    visitsLog: rules.isRead ? partOf(siteIds, shownOn, "hidden") : "unknown",
    hiddenLogs,
    visitorProfile: "hidden",
    ...(await userIdsOf(db, siteIds, exposure)),
    annotations: rules.annotations,
  };
}

type UserIds = {
  userIds: "shown" | "pseudonymised" | "shown-on-some" | "unknown";
  /** on which of them they are shown as they are; null unless on some */
  rawUserIds: { total: number; sites: { id: number; name: string }[] } | null;
};

/** Whether user ids are read as they are on all of these sites, on some (and which), or on none. */
export async function userIdsOf(
  db: DbClient,
  siteIds: readonly number[],
  { rules, rawUserIds }: SitesExposure,
): Promise<UserIds> {
  if (!rules.isRead) return { userIds: "unknown", rawUserIds: null };
  const userIds = partOf(siteIds, rawUserIds.size, "pseudonymised");
  if (userIds !== "shown-on-some") return { userIds, rawUserIds: null };
  const named = await firstSitesByName(db, [...rawUserIds], NAMED_SITES);
  return { userIds, rawUserIds: { total: rawUserIds.size, sites: named.map(({ id, name }) => ({ id, name })) } };
}

function partOf<None>(siteIds: readonly number[], count: number, none: None): "shown" | "shown-on-some" | None {
  if (count >= siteIds.length) return "shown";
  return count === 0 ? none : "shown-on-some";
}
