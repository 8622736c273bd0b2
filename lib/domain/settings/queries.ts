import type { SuperUser } from "@/lib/auth/session";
import { nextPeriodStart } from "@/lib/domain/periods/policy";
import { provesTwoFactors } from "@/lib/domain/public-access/second-factor-rule";
import { readSlowMailboxes } from "@/lib/ledger/settings/slow-mailboxes";
import { readSettingValues } from "@/lib/ledger/settings/store";
import { listExternalLogins } from "@/lib/matomo/ldap-users";
import { matomoRequiresSecondFactor } from "@/lib/matomo/second-factor-required";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { listSuperUsers } from "@/lib/matomo/users";
import { readExtraRecipients } from "@/lib/messaging/alerts/extra-recipients";
import { isUsableAddress } from "@/lib/messaging/alerts/recipients";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { languages } from "@/messages/catalogue";
import type { SettingsView } from "./schema";

/** What the settings page shows to `viewer`. */
export function readSettings(viewer: SuperUser): Promise<SettingsView> {
  return withDatabaseErrors(async () => {
    const settings = await readSettingValues(db());
    const timeZone = await readInstanceTimeZone(db());
    const superUsers = await listSuperUsers(db());
    const external = new Set([...(await listExternalLogins(db()))].map((login) => login.toLowerCase()));
    const slow = await readSlowMailboxes(db());
    const isSlow = (email: string) => slow.has(recipientKey(email));
    return {
      settings,
      ownPace: isUsableAddress(viewer.email) ? (isSlow(viewer.email) ? "monthly" : "as-everybody") : null,
      secondFactor: { demandedByMatomo: await matomoRequiresSecondFactor(db()), yours: provesTwoFactors(viewer) },
      nextReminderAt: nextPeriodStart(now(), settings["reminder-cadence"], timeZone).toISOString(),
      withoutSecondFactor: superUsers.filter((person) => !person.hasSecondFactor).map(({ login }) => login),
      withoutPassword: superUsers.map(({ login }) => login).filter((login) => external.has(login.toLowerCase())),
      extraRecipients: await readExtraRecipients(db()),
      mailLanguages: languages(),
    };
  });
}
