import type { Reader } from "@/lib/db/client";
import type { FactsOf } from "@/lib/mail/schema";
import {
  sitesWithHiddenVisitsLog,
  userIdsPseudonymised,
  visitsLogHiddenEverywhere,
} from "@/lib/matomo/exposure-settings";

/** What strangers get on these sites, as this instance is set (facts 3 and 3.1). */
export async function readExposure(
  db: Reader,
  siteIds: readonly number[],
): Promise<FactsOf<"made-public">["exposure"]> {
  const userIds = (await userIdsPseudonymised(db)) ? "pseudonymised" : "shown";
  return { visitsLog: await visitsLog(db, siteIds), visitorProfile: "hidden", userIds };
}

async function visitsLog(db: Reader, siteIds: readonly number[]): Promise<"shown" | "hidden" | "shown-on-some"> {
  if (await visitsLogHiddenEverywhere(db)) return "hidden";
  const hidden = await sitesWithHiddenVisitsLog(db, siteIds);
  if (hidden.size === 0) return "shown";
  return hidden.size >= siteIds.length ? "hidden" : "shown-on-some";
}
