import { readExtraRecipients } from "@/lib/alerts/extra-recipients";
import { isUsableAddress, unreachableAmong } from "@/lib/alerts/recipients";
import type { SuperUser } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { listExternalLogins } from "@/lib/matomo/ldap-users";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { listSuperUsers } from "@/lib/matomo/users";
import { recipientKey } from "@/lib/outbox/enqueue";
import { readLock } from "@/lib/public-access/lock-state";
import { nextPeriodStart } from "@/lib/reminders/policy";
import { readSlowMailboxes } from "@/lib/reminders/slow-mailboxes";
import { languages } from "@/messages/catalogue";
import type { SettingsView } from "./schema";
import { provesTwoFactors, readSecondFactorRule } from "./second-factor-rule";
import { readCadence, readUnconfirmedRule } from "./store";

/** What the settings page shows to `viewer`. */
export function readSettings(viewer: SuperUser): Promise<SettingsView> {
  return reading(async () => {
    const cadence = await readCadence(db());
    const timeZone = await readInstanceTimeZone(db());
    const superUsers = await listSuperUsers(db());
    const external = new Set([...(await listExternalLogins(db()))].map((login) => login.toLowerCase()));
    const unreachable = new Set((await unreachableAmong(db(), superUsers)).map(({ login }) => login));
    const slow = await readSlowMailboxes(db());
    const isSlow = (email: string) => slow.has(recipientKey(email));
    return {
      cadence,
      unconfirmedRule: (await readUnconfirmedRule(db())).rule,
      lock: await readLock(db()),
      ownPace: isUsableAddress(viewer.email) ? (isSlow(viewer.email) ? "monthly" : "as-everybody") : null,
      secondFactor: { ...(await readSecondFactorRule(db())), yours: provesTwoFactors(viewer) },
      timeZone,
      nextReminderAt: nextPeriodStart(now(), cadence, timeZone).toISOString(),
      recipients: superUsers.map(({ login, email, hasSecondFactor }) => ({
        login,
        email,
        reachable: !unreachable.has(login),
        hasSecondFactor,
        external: external.has(login.toLowerCase()),
        slowReminders: isSlow(email),
      })),
      extraRecipients: await readExtraRecipients(db()),
      mailLanguages: languages(),
      transport: env().MAIL_TRANSPORT,
    };
  });
}
