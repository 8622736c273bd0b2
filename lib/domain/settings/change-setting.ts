import type { SuperUser } from "@/lib/auth/session";
import type { SettingName } from "@/lib/ledger/settings/terms";
import { writeSetting } from "@/lib/ledger/settings/write-setting";
import { announce } from "@/lib/messaging/alerts/announce";
import { oncePerMailbox, readRoster } from "@/lib/messaging/alerts/recipients";
import type { Recipient } from "@/lib/messaging/outbox/enqueue";
import type { Tx } from "@/lib/platform/db/transaction";

type Change = {
  superUser: SuperUser;
  setting: SettingName;
  /** as log and mail say them */
  from: string;
  to: string;
  /** what is stored, where it is not `to` */
  stored?: string;
  at: Date;
  /** who is notified besides everybody who gets alerts from now on */
  alsoNotify?: readonly Recipient[];
};

/**
 * Stores a setting that a Super User changed, with its audit event and one alert for each Super User. Which proof that
 * takes is the caller's.
 */
export async function changeSetting(tx: Tx, change: Change): Promise<void> {
  const { superUser, setting, from, to, stored = to, at, alsoNotify = [] } = change;
  await writeSetting(tx, setting, stored, superUser.login, at);
  const { recipients } = await readRoster(tx.db);
  await announce(tx, {
    by: superUser,
    at,
    to: { recipients: oncePerMailbox([...recipients, ...alsoNotify]) },
    event: { type: "setting.changed", setting, from, to },
    mail: { kind: "setting-changed", setting, from, to },
  });
}
