import { createHash } from "node:crypto";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { inChunks } from "@/lib/db/sql";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Rendering } from "@/lib/outbox/prepare";
import { claimStuckAlerts, type StuckAlert } from "./claim";
import { noticeOf } from "./notice";
import { settleTold, type Told } from "./settle";
import { somethingToTell } from "./stuck";
import { callWebhook, type WebhookTarget } from "./webhook";

const AT_ONCE = 4;

/**
 * Tells the second channel (`ALERT_WEBHOOK_URL`) of each alert whose mails failed for good or have waited for 15
 * minutes: once each, tried again by the ladder of mails (E15). Does nothing while no address is configured.
 * @returns how many alerts it was told of
 */
export async function escalate(rendering: Rendering): Promise<number> {
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = env();
  if (url === undefined || secret === undefined) return 0;
  if (!(await reading(() => somethingToTell(db(), now())))) return 0;
  const alerts = await inTransaction((tx) => claimStuckAlerts(tx, now()));
  const told: Told[] = [];
  for (const chunk of inChunks(alerts, AT_ONCE)) {
    told.push(...(await Promise.all(chunk.map((alert) => tell({ url, secret }, alert, rendering)))));
  }
  if (told.length > 0) await inTransaction((tx) => settleTold(tx, told, now()));
  return told.filter(({ error }) => error === null).length;
}

async function tell(target: WebhookTarget, alert: StuckAlert, rendering: Rendering): Promise<Told> {
  const at = now();
  const error = await callWebhook(target, noticeId(alert), await noticeOf(alert, rendering, at), at);
  return { alert, error };
}

/** One for each alert, the same at every try: the receiver takes it once. */
function noticeId({ eventKey, kind }: StuckAlert): string {
  return `msg_${createHash("sha256").update(`${eventKey}/${kind}`).digest("hex").slice(0, 32)}`;
}
