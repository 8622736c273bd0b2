import type { SuperUser } from "@/lib/auth/session";
import type { ChangeableSetting } from "@/lib/ledger/settings/store";
import { writeSetting } from "@/lib/ledger/settings/write-setting";
import { announce } from "@/lib/messaging/alerts/announce";
import { oncePerMailbox, readRoster } from "@/lib/messaging/alerts/recipients";
import type { Recipient } from "@/lib/messaging/outbox/enqueue";
import type { Tx } from "@/lib/platform/db/transaction";

type Change = {
  superUser: SuperUser;
  setting: ChangeableSetting;
  /** in the words of audit log and mail */
  from: string;
  to: string;
  at: Date;
  /** what is stored, when it is not `to` itself */
  value?: string;
  /** who is told besides everybody who is told of alerts from now on */
  alsoTell?: readonly Recipient[];
};

/**
 * Stores a setting that a Super User changed, with its audit event and one alert for each Super User. Does nothing
 * when it is set so already. Which proof that takes is the caller's.
 */
export async function changeSetting(tx: Tx, change: Change): Promise<void> {
  const { superUser, setting, from, to, at, value = to, alsoTell = [] } = change;
  if (from === to) return;
  await writeSetting(tx, setting, value, superUser.login, at);
  const { recipients } = await readRoster(tx.db);
  await announce(tx, {
    by: superUser,
    at,
    to: { recipients: oncePerMailbox([...recipients, ...alsoTell]) },
    event: { type: "setting.changed", setting, from, to },
    mail: { kind: "setting-changed", setting, from, to },
  });
}
