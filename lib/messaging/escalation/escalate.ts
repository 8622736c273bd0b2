import { createHash } from "node:crypto";
import { readInstallation } from "@/lib/messaging/outbox/identity";
import type { Rendering } from "@/lib/messaging/outbox/prepare";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inChunks } from "@/lib/platform/db/sql";
import { inTransaction } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { callUnlessGivenUp, inHand, isStopping } from "@/lib/platform/shutdown";
import { claimStuckAlerts, type StuckAlert } from "./claim";
import { noticeOf } from "./notice";
import { type Notice, recordNotices } from "./record-notices";
import { hasStuckAlerts } from "./stuck";
import { callWebhook, type WebhookTarget } from "./webhook";

const AT_ONCE = 4;

/**
 * Tells the second channel (`ALERT_WEBHOOK_URL`) of each alert whose mails failed for good or have waited for 15
 * minutes: once each, tried again by the ladder of mails (E15). Does nothing while no address is configured.
 * @returns how many alerts it was notified of
 */
export async function escalate(rendering: Rendering): Promise<number> {
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = env();
  if (url === undefined || secret === undefined || isStopping()) return 0;
  return inHand(notifyOfStuckAlerts({ url, secret }, rendering));
}

async function notifyOfStuckAlerts(target: WebhookTarget, rendering: Rendering): Promise<number> {
  if (!(await withDatabaseErrors(() => hasStuckAlerts(db(), now())))) return 0;
  const { alerts, installation } = await inTransaction(async (tx) => ({
    alerts: await claimStuckAlerts(tx, now()),
    installation: await readInstallation(tx, now()),
  }));
  const send = (alert: StuckAlert) => sendNotice(alert, target, noticeId(installation, alert), rendering);
  const notices: Notice[] = [];
  for (const chunk of inChunks(alerts, AT_ONCE)) {
    if (isStopping()) break;
    notices.push(...(await Promise.all(chunk.map(send))));
  }
  const notTried = alerts.filter((alert) => !notices.some((one) => one.alert === alert));
  if (alerts.length > 0) await inTransaction((tx) => recordNotices(tx, { tried: notices, notTried }, now()));
  return notices.filter(({ error }) => error === null).length;
}

async function sendNotice(alert: StuckAlert, target: WebhookTarget, id: string, rendering: Rendering): Promise<Notice> {
  const at = now();
  const call = callWebhook(target, id, await noticeOf(alert, rendering, at), at);
  const stopped = () => "The portal was stopped before ALERT_WEBHOOK_URL answered.";
  return { alert, error: await callUnlessGivenUp(call, stopped) };
}

/**
 * One for each alert, the same at every try: the receiver takes it once. No other alert's, whichever portal tells it and
 * however often a restore gives out the number of its event.
 */
function noticeId(installation: string, { eventKey, kind, message }: StuckAlert): string {
  const { createdAt, facts } = message;
  const alert = JSON.stringify([installation, eventKey, kind, createdAt, facts]);
  return `msg_${createHash("sha256").update(alert).digest("hex").slice(0, 32)}`;
}
