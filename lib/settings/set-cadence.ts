import { commonFacts } from "@/lib/alerts/facts";
import { queueAlert } from "@/lib/alerts/queue-alert";
import { readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import type { SuperUser } from "@/lib/auth/session";
import type { RecentProof, StepUp } from "@/lib/auth/step-up";
import { browserName } from "@/lib/browser-name";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import type { Cadence } from "./schema";
import { readCadence, writeCadence } from "./store";

type Deed = { superUser: SuperUser; at: Date };

/** Reminders every month instead of every week. Weaker, so it takes a fresh proof; every Super User is alerted. */
export function slowReminders(tx: Tx, deed: Deed & { proof: StepUp }): Promise<{ cadence: Cadence }> {
  if (deed.proof.action !== "weaken-reminders") throw new AppError("proof_foreign");
  return changeCadence(tx, "monthly", deed);
}

/** Reminders every week again. Every Super User is alerted. */
export function quickenReminders(tx: Tx, deed: Deed & { proof: RecentProof }): Promise<{ cadence: Cadence }> {
  return changeCadence(tx, "weekly", deed);
}

async function changeCadence(tx: Tx, to: Cadence, { superUser, at }: Deed): Promise<{ cadence: Cadence }> {
  const from = await readCadence(tx.db);
  if (from === to) return { cadence: to };
  await writeCadence(tx, to, superUser.login, at);
  const eventSeq = await recordAudit(tx, {
    actor: { type: "superUser", login: superUser.login },
    origin: superUser.origin,
    at,
    facts: { type: "setting.changed", setting: "reminder-cadence", from, to },
  });
  await queueAlert(tx, {
    eventSeq,
    roster: await readRoster(tx.db),
    at,
    facts: {
      kind: "setting-changed",
      ...commonFacts(at, await readInstanceTimeZone(tx.db)),
      actor: { login: superUser.login, ip: superUser.origin.ip, browser: browserName(superUser.origin.userAgent) },
      setting: "reminder-cadence",
      from,
      to,
    },
  });
  return { cadence: to };
}
