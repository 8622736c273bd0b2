import type { Reader } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  type Cadence,
  cadences,
  type SecondFactorChoice,
  secondFactorChoices,
  type UnconfirmedRule,
  unconfirmedRules,
} from "./terms";
import { writeRow } from "./write-row";

/** Where the list of extra recipients is kept in portal_setting. Only `setExtraRecipients` writes it. */
export const EXTRA_RECIPIENTS_SETTING = "alerts.extra-recipients";

/** The settings a Super User can change, by the name that audit log and mails use, and where they are kept. */
export const CHANGEABLE = {
  "reminder-cadence": "reminders.cadence",
  "second-factor": "publishing.second-factor",
  "unconfirmed-rule": "reviews.unconfirmed",
  "extra-recipients": EXTRA_RECIPIENTS_SETTING,
} as const;
export type ChangeableSetting = keyof typeof CHANGEABLE;

const WATCHING_SINCE = "watch.watching-since";

/** Weekly unless a Super User chose monthly. */
export async function readCadence(db: Reader): Promise<Cadence> {
  const stored = await read(db, CHANGEABLE["reminder-cadence"]);
  return cadences.find((cadence) => cadence === stored) ?? "weekly";
}

/** Optional unless a Super User chose required. Matomo's own demand is not looked at here. */
export async function readSecondFactorChoice(db: Reader): Promise<SecondFactorChoice> {
  const stored = await read(db, CHANGEABLE["second-factor"]);
  return secondFactorChoices.find((choice) => choice === stored) ?? "optional";
}

/** After how many periods a site that nobody confirms becomes private; off unless a Super User chose a number. */
export async function readUnconfirmedRule(db: Reader): Promise<{ rule: UnconfirmedRule; changedAt: Date | null }> {
  const stored = await db.setting.findUnique({ where: { name: CHANGEABLE["unconfirmed-rule"] } });
  const rule = unconfirmedRules.find((known) => known === stored?.value) ?? "off";
  return { rule, changedAt: stored?.updatedAt ?? null };
}

/** When the watch wrote its baseline; null before its first run. */
export async function readWatchingSince(db: Reader): Promise<Date | null> {
  const stored = await read(db, WATCHING_SINCE);
  return stored === null ? null : new Date(stored);
}

/** Remembers that the baseline is written. */
export async function writeWatchingSince(tx: Tx, at: Date): Promise<void> {
  await writeRow(tx, WATCHING_SINCE, at.toISOString(), "watch", at);
}

async function read(db: Reader, name: string): Promise<string | null> {
  const setting = await db.setting.findUnique({ where: { name } });
  return setting?.value ?? null;
}
