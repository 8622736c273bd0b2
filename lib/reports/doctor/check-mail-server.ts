import { createTransport } from "nodemailer";
import { SECOND_MS } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { bad, good } from "./line";
import { networkReason } from "./policy";
import type { Line } from "./schema";

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
    return good("mailServer", "mailServerAnswers", args);
  } catch (error) {
    return bad("mailServer", "mailServerRefuses", { ...args, reason: networkReason(error) });
  } finally {
    transport.close();
  }
}
