import type { SuperUser } from "@/lib/auth/session";
import { recordAudit } from "@/lib/ledger/audit/record";
import { type ChangeableSetting, writeSetting } from "@/lib/ledger/settings/store";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { commonFacts } from "@/lib/messaging/alerts/facts";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { oncePerMailbox, readRoster } from "@/lib/messaging/alerts/recipients";
import type { Recipient } from "@/lib/messaging/outbox/enqueue";
import { browserName } from "@/lib/platform/browser-name";
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
  const eventSeq = await recordAudit(tx, {
    actor: { type: "superUser", login: superUser.login },
    origin: superUser.origin,
    at,
    facts: { type: "setting.changed", setting, from, to },
  });
  const roster = await readRoster(tx.db);
  await queueAlert(tx, {
    eventSeq,
    roster: { ...roster, recipients: oncePerMailbox([...roster.recipients, ...alsoTell]) },
    at,
    facts: {
      kind: "setting-changed",
      ...commonFacts(at, await readInstanceTimeZone(tx.db)),
      actor: { login: superUser.login, ip: superUser.origin.ip, browser: browserName(superUser.origin.userAgent) },
      setting,
      from,
      to,
    },
  });
}
