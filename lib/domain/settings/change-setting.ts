import type { SuperUser } from "@/lib/auth/session";
import { readSetting } from "@/lib/ledger/settings/store";
import { plainValue, type SettingName, type SettingValue } from "@/lib/ledger/settings/terms";
import { writeSetting } from "@/lib/ledger/settings/write-setting";
import { announce } from "@/lib/messaging/alerts/announce";
import { oncePerMailbox, readRoster } from "@/lib/messaging/alerts/recipients";
import type { Recipient } from "@/lib/messaging/outbox/enqueue";
import type { Tx } from "@/lib/platform/db/transaction";

type Change<S extends SettingName> = {
  superUser: SuperUser;
  setting: S;
  to: SettingValue<S>;
  at: Date;
  /** in the words of audit log and mail, where they are not what is stored */
  said?: { from: string; to: string };
  /** who is notified besides everybody who gets alerts from now on */
  alsoNotify?: readonly Recipient[];
};

/**
 * Stores a setting that a Super User changed, with its audit event and one alert for each Super User. Does nothing
 * when it is set so already. Which proof that takes is the caller's.
 */
export async function changeSetting<S extends SettingName>(tx: Tx, change: Change<S>): Promise<void> {
  const { superUser, setting, to: value, at, alsoNotify = [] } = change;
  const { from, to } = change.said ?? {
    from: plainValue(await readSetting(tx.db, setting)),
    to: plainValue(value),
  };
  if (from === to) return;
  await writeSetting(tx, setting, value, superUser.login, at);
  const { recipients } = await readRoster(tx.db);
  await announce(tx, {
    by: superUser,
    at,
    to: { recipients: oncePerMailbox([...recipients, ...alsoNotify]) },
    event: { type: "setting.changed", setting, from, to },
    mail: { kind: "setting-changed", setting, from, to },
  });
}
