import { isUsableAddress } from "@/lib/alerts/recipients";
import type { SuperUser } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { listExternalLogins } from "@/lib/matomo/ldap-users";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { listSuperUsers } from "@/lib/matomo/users";
import { nextPeriodStart } from "@/lib/reminders/policy";
import type { SettingsView } from "./schema";
import { provesTwoFactors, readSecondFactorRule } from "./second-factor-rule";
import { readCadence } from "./store";

/** What the settings page shows to `viewer`. */
export function readSettings(viewer: SuperUser): Promise<SettingsView> {
  return reading(async () => {
    const cadence = await readCadence(db());
    const timeZone = await readInstanceTimeZone(db());
    const superUsers = await listSuperUsers(db());
    const external = new Set([...(await listExternalLogins(db()))].map((login) => login.toLowerCase()));
    return {
      cadence,
      secondFactor: { ...(await readSecondFactorRule(db())), yours: provesTwoFactors(viewer) },
      timeZone,
      nextReminderAt: nextPeriodStart(now(), cadence, timeZone).toISOString(),
      recipients: superUsers.map(({ login, email, hasSecondFactor }) => ({
        login,
        email,
        reachable: isUsableAddress(email),
        hasSecondFactor,
        external: external.has(login.toLowerCase()),
      })),
      transport: env().MAIL_TRANSPORT,
    };
  });
}
