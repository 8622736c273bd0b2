import { type LastEvent, resendLastEvent } from "@/lib/messaging/mail/resend-last-event";
import { DAY_MS, MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { persistently } from "@/lib/platform/db/persistently";
import { idList } from "@/lib/platform/db/sql";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { callUnlessGivenUp, isStopping } from "@/lib/platform/shutdown";
import { recordDeliveryEvents } from "./record-delivery-events";
import { type DeliveryEvent, statusOfLastEvent } from "./resend-events";

/** A webhook that has not come by then may never come (E21). */
const SILENCE_MS = 10 * MINUTE_MS;
const ASK_AGAIN_MS = 15 * MINUTE_MS;
/** After that the page says that it is not known. */
const GIVE_UP_MS = 3 * DAY_MS;
/** A mail is sent within 20 hours of when it was due first (lib/messaging/outbox/retry-policy.ts). */
const LADDER_MS = DAY_MS;
const STOPPED: LastEvent = { outcome: "stop", error: "The portal was stopped before Resend answered." };
/** One after another, so that asking takes little of what sending may use; at worst 10 s each. */
const ASKED_PER_RUN = 10;

/**
 * Asks Resend what became of mails that it took and never said anything final of: at most 10 in a run, each at most
 * every 15 minutes, for three days. Does nothing with other transports, which do not tell. Stops at the first sign
 * that Resend does not want to be asked.
 * @returns how many mails had an event
 */
export async function pollDeliveryStatus(): Promise<number> {
  const { MAIL_TRANSPORT, RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl } = env();
  if (MAIL_TRANSPORT !== "resend" || apiKey === undefined) return 0;
  const waiting = await withDatabaseErrors(() => readWaiting(db(), now()));
  if (waiting.length === 0) return 0;
  // Noted before: two servers do not ask the same, and a provider that hangs is not asked again at once.
  await persistently(
    () => db().$executeRaw`
      UPDATE portal_outbox SET polled_at = ${now()} WHERE id IN (${idList(waiting.map(({ id }) => id))})`,
  );
  const events: DeliveryEvent[] = [];
  for (const { id, providerId } of waiting) {
    if (isStopping()) break;
    const answer = await callUnlessGivenUp(resendLastEvent({ apiKey, baseUrl }, providerId), () => STOPPED);
    if (answer.outcome === "stop") {
      logger().warn({ error: answer.error }, "the mail provider does not say what became of mails; asked again later");
      break;
    }
    const fate = answer.outcome === "told" ? statusOfLastEvent(answer.lastEvent) : null;
    // Resend does not say when: the moment of asking is not too early for what is bad, and what is good is judged by
    // when the mail was handed over (lastPermanentFailure).
    if (fate) events.push({ id: `poll/${id}/${fate}`, providerId, fate, at: now(), detail: "" });
  }
  return (await recordDeliveryEvents(events)).recorded;
}

type Waiting = { id: number; providerId: string };

/** Those that were never asked about first, then those that were asked longest ago. */
async function readWaiting(reader: DbClient, at: Date): Promise<Waiting[]> {
  const rows = await reader.$queryRaw<{ id: number | bigint; provider_id: string }[]>`
    SELECT o.id, o.provider_id FROM portal_outbox o
    WHERE o.state = 'sent' AND o.next_attempt_at > ${plus(at, -GIVE_UP_MS - LADDER_MS)}
      AND o.sent_via = 'resend' AND o.provider_id IS NOT NULL
      AND o.sent_at <= ${plus(at, -SILENCE_MS)} AND o.sent_at > ${plus(at, -GIVE_UP_MS)}
      AND (o.polled_at IS NULL OR o.polled_at <= ${plus(at, -ASK_AGAIN_MS)})
      AND NOT EXISTS (
        SELECT 1 FROM portal_mail_event e WHERE e.provider_id = o.provider_id AND e.fate <> 'delayed'
      )
    ORDER BY CASE WHEN o.polled_at IS NULL THEN 0 ELSE 1 END, o.polled_at, o.id LIMIT ${ASKED_PER_RUN}`;
  return rows.map(({ id, provider_id }) => ({ id: Number(id), providerId: provider_id }));
}
