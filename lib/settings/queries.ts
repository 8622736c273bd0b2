import { isUsableAddress } from "@/lib/alerts/recipients";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { listSuperUsers } from "@/lib/matomo/users";
import { nextPeriodStart } from "@/lib/reminders/policy";
import type { SettingsView } from "./schema";
import { readCadence } from "./store";

/** What the settings page shows. */
export function readSettings(): Promise<SettingsView> {
  return reading(async () => {
    const cadence = await readCadence(db());
    const timeZone = await readInstanceTimeZone(db());
    const superUsers = await listSuperUsers(db());
    return {
      cadence,
      timeZone,
      nextReminderAt: nextPeriodStart(now(), cadence, timeZone).toISOString(),
      recipients: superUsers.map(({ login, email }) => ({ login, email, reachable: isUsableAddress(email) })),
      transport: env().MAIL_TRANSPORT,
    };
  });
}
