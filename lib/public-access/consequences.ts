import { rosterOf, unreachableAmong } from "@/lib/alerts/recipients";
import type { SuperUser } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { reasonWords } from "@/lib/deliveries/reason-words";
import { env } from "@/lib/env";
import { userIdsPseudonymised, visitsLogHiddenEverywhere } from "@/lib/matomo/exposure-settings";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { listSuperUsers } from "@/lib/matomo/users";
import { dayIn } from "@/lib/moment";
import { provesTwoFactors, publishingNeedsSecondFactor } from "@/lib/settings/second-factor-rule";
import type { Consequences } from "./schema";

/** What publishing means on this instance and takes of `viewer`, and who would be told. For the publish dialog. */
export function readConsequences(viewer: SuperUser): Promise<Consequences> {
  return reading(async () => {
    const timeZone = await readInstanceTimeZone(db());
    const people = await listSuperUsers(db());
    const unreachable = await unreachableAmong(db(), people);
    return {
      visitsLog: (await visitsLogHiddenEverywhere(db())) ? "hidden" : "shown",
      userIds: (await userIdsPseudonymised(db())) ? "pseudonymised" : "shown",
      timeZone,
      today: dayIn(now(), timeZone),
      matomoUrl: env().MATOMO_URL ?? null,
      recipientCount: rosterOf(people).recipients.length,
      unreachable: unreachable.map(({ login, why }) => ({ login, why: reasonWords[why] })),
      secondFactor: { required: await publishingNeedsSecondFactor(db()), yours: provesTwoFactors(viewer) },
    };
  });
}
