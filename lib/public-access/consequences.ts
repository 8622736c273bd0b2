import { readRoster } from "@/lib/alerts/recipients";
import type { SuperUser } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { userIdsPseudonymised, visitsLogHiddenEverywhere } from "@/lib/matomo/exposure-settings";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { dayIn } from "@/lib/moment";
import { provesTwoFactors, publishingNeedsSecondFactor } from "@/lib/settings/second-factor-rule";
import type { Consequences } from "./schema";

/** What publishing means on this instance and takes of `viewer`, and who would be told. For the publish dialog. */
export function readConsequences(viewer: SuperUser): Promise<Consequences> {
  return reading(async () => {
    const timeZone = await readInstanceTimeZone(db());
    const roster = await readRoster(db());
    return {
      visitsLog: (await visitsLogHiddenEverywhere(db())) ? "hidden" : "shown",
      userIds: (await userIdsPseudonymised(db())) ? "pseudonymised" : "shown",
      timeZone,
      today: dayIn(now(), timeZone),
      matomoUrl: env().MATOMO_URL ?? null,
      recipientCount: roster.recipients.length,
      unreachable: roster.unreachable,
      secondFactor: { required: await publishingNeedsSecondFactor(db()), yours: provesTwoFactors(viewer) },
    };
  });
}
