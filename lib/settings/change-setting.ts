import { commonFacts } from "@/lib/alerts/facts";
import { queueAlert } from "@/lib/alerts/queue-alert";
import { readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import type { SuperUser } from "@/lib/auth/session";
import { browserName } from "@/lib/browser-name";
import type { Tx } from "@/lib/db/transaction";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { type ChangeableSetting, writeSetting } from "./store";

/**
 * Stores a setting that a Super User changed, with its audit event and one alert for each Super User. Does nothing
 * when it is set so already. Which proof that takes is the caller's.
 */
export async function changeSetting(
  tx: Tx,
  change: { superUser: SuperUser; setting: ChangeableSetting; from: string; to: string; at: Date },
): Promise<void> {
  const { superUser, setting, from, to, at } = change;
  if (from === to) return;
  await writeSetting(tx, setting, to, superUser.login, at);
  const eventSeq = await recordAudit(tx, {
    actor: { type: "superUser", login: superUser.login },
    origin: superUser.origin,
    at,
    facts: { type: "setting.changed", setting, from, to },
  });
  await queueAlert(tx, {
    eventSeq,
    roster: await readRoster(tx.db),
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
