import type { SuperUser } from "@/lib/auth/session";
import { mailReachOf } from "@/lib/domain/deliveries/terms";
import { exposureOf, userIdsOf } from "@/lib/domain/publications/exposure";
import { countRollUps, readChosenSites } from "@/lib/matomo/chosen-sites";
import type { SwitchedOff } from "@/lib/matomo/exposure-settings";
import { LOGIN_PAGE, readLandingPreferences } from "@/lib/matomo/landing";
import { countPublicAmong } from "@/lib/matomo/public-sites";
import { countAliasUrls } from "@/lib/matomo/site-urls";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { listSuperUsers } from "@/lib/matomo/users";
import { rosterWithExtra, unreachableAmong } from "@/lib/messaging/alerts/recipients";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/platform/date-format";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import type { PublishConsequences } from "./reading-schema";
import type { Consequences } from "./schema";
import { provesTwoFactors, publishingNeedsSecondFactor } from "./second-factor-rule";

/** What publishing means on this instance and takes of `viewer`, and who would be notified. For the publish dialog. */
export function readConsequences(viewer: SuperUser): Promise<Consequences> {
  return withDatabaseErrors(() => consequencesFor(db(), viewer));
}

async function consequencesFor(reader: DbClient, viewer: SuperUser): Promise<Consequences> {
  const timeZone = await readInstanceTimeZone(reader);
  const people = await listSuperUsers(reader);
  const unreachable = await unreachableAmong(reader, people);
  return {
    timeZone,
    today: dayIn(now(), timeZone),
    recipientCount: (await rosterWithExtra(reader, people)).recipients.length,
    mailReach: mailReachOf({
      transport: env().MAIL_TRANSPORT,
      total: people.length,
      unreachable: unreachable.length,
    }),
    unreachable,
    secondFactor: { required: await publishingNeedsSecondFactor(reader), yours: provesTwoFactors(viewer) },
  };
}

/**
 * The same, and what publishing exactly these sites would show: read from this instance's settings and version
 * (docs/matomo.md#what-anonymous-visitors-get). A constant number of statements for each 5,000 sites. @throws AppError
 * `database_unreachable`, `schema_not_understood`: never consequences that leave something out
 */
export function readPublishConsequences(viewer: SuperUser, siteIds: readonly number[]): Promise<PublishConsequences> {
  return withDatabaseErrors(async () => {
    const reader = db();
    const instance = await consequencesFor(reader, viewer);
    const sites = await readChosenSites(reader, siteIds);
    const exposure = await exposureOf(reader, siteIds);
    const { rules } = exposure;
    const { userIds, rawUserIds } = await userIdsOf(reader, siteIds, exposure);
    return {
      ...instance,
      siteCount: sites.count,
      alreadyPublicCount: await countPublicAmong(reader, siteIds),
      visitsLogSwitch: toSwitch(exposure.visitsLog, sites.count, rules.isRead),
      hiddenLogs: exposure.hiddenLogs,
      userIdReport: userIds,
      rawUserIds,
      annotations: rules.annotations,
      descriptions: rules.descriptions,
      firstDataAt: sites.firstCreatedAt?.toISOString() ?? null,
      firstDataUnknownCount: sites.withoutDate,
      aliasUrlCount: await countAliasUrls(reader, siteIds),
      rollUps: { chosenCount: sites.rollUps, inMatomo: await countRollUps(reader) },
      landsOnLogin: (await readLandingPreferences(reader)).report === LOGIN_PAGE,
    };
  });
}

function toSwitch(off: SwitchedOff, siteCount: number, isRead: boolean): PublishConsequences["visitsLogSwitch"] {
  if (!isRead) return { everywhere: "unknown", offCount: 0 };
  // Settings of sites that are gone stay behind.
  return off.everywhere
    ? { everywhere: "off", offCount: siteCount }
    : { everywhere: "on", offCount: Math.min(off.on.size, siteCount) };
}
