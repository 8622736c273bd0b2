import { createTransport } from "nodemailer";
import { channelsOf } from "@/lib/domain/deliveries/channels";
import { OVERDUE_MS } from "@/lib/messaging/outbox/retry-policy";
import { MINUTE_MS, now, plus, SECOND_MS } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { bad, good, warning } from "./line";
import { networkReason } from "./policy";
import type { Line } from "./schema";

/** How mail goes out. Nothing is sent here. */
export function checkTransport(): Line[] {
  const { MAIL_TRANSPORT, SMTP_URL } = env();
  switch (MAIL_TRANSPORT) {
    case "mailbox":
      return [warning("transport", "transportMailbox")];
    case "resend":
      return [good("transport", "value", { value: "Resend" })];
    case "smtp":
      return [good("transport", "value", { value: `SMTP, ${new URL(SMTP_URL ?? "").host}` })];
  }
}

/** Whether the portal learns what became of its mails. */
export function checkFeedback(): Line[] {
  const { feedback } = channelsOf(env());
  if (feedback === "webhook") return [good("feedback", "value", { value: "Webhook" })];
  return [feedback === "polling" ? warning("feedback", "feedbackPolling") : good("feedback", "none")];
}

/** Where an alert goes when the mail provider itself is what fails. */
export function checkSecondChannel(): Line[] {
  const { smtp, webhook } = channelsOf(env()).secondChannel;
  const value = [smtp && "SMTP", webhook && "Webhook"].filter(Boolean).join(", ");
  return [value === "" ? warning("secondChannel", "secondNone") : good("secondChannel", "value", { value })];
}

/** No mail waits for longer than 15 minutes, and none has failed for good without somebody having dealt with it (E45). */
export async function checkMails(db: DbClient): Promise<Line[]> {
  const { waiting, oldest, dead } = await readMails(db, now());
  const found: Line[] = [];
  if (oldest !== null) {
    const minutes = Math.floor((now().getTime() - oldest.getTime()) / MINUTE_MS);
    found.push(bad("mails", "mailsWait", { job: "deliver", limit: OVERDUE_MS / MINUTE_MS, waiting, minutes }));
  }
  if (dead > 0) found.push(bad("mails", "mailsFailed", { dead }));
  return found.length > 0 ? found : [good("mails")];
}

async function readMails(db: DbClient, at: Date): Promise<{ waiting: number; oldest: Date | null; dead: number }> {
  const overdue = await db.outboxMail.aggregate({
    where: {
      state: { in: ["due", "held"] },
      handledAt: null,
      createdAt: { lt: plus(at, -OVERDUE_MS) },
    },
    _count: true,
    _min: { createdAt: true },
  });
  const dead = await db.outboxMail.count({ where: { state: "dead", handledAt: null } });
  return { waiting: overdue._count, oldest: overdue._min.createdAt, dead };
}

const TIMEOUT_MS = 10 * SECOND_MS;

/** Whether each mail server takes a connection and the account. Nothing is sent. */
export async function checkMailServer(): Promise<Line[]> {
  const { FALLBACK_SMTP_URL, MAIL_TRANSPORT, SMTP_URL } = env();
  const servers = [
    { setting: "SMTP_URL", url: MAIL_TRANSPORT === "smtp" ? SMTP_URL : undefined },
    { setting: "FALLBACK_SMTP_URL", url: FALLBACK_SMTP_URL },
  ];
  const asked = servers.flatMap(({ setting, url }) => (url === undefined ? [] : [askServer(setting, url)]));
  return Promise.all(asked);
}

async function askServer(setting: string, url: string): Promise<Line> {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  const args = { setting, server: new URL(url).host };
  try {
    await transport.verify();
    return good("mailServer", "value", { value: args.server });
  } catch (error) {
    return bad("mailServer", "mailServerRefuses", { ...args, reason: networkReason(error) });
  } finally {
    transport.close();
  }
}
