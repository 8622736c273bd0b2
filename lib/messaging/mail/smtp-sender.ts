import { createTransport } from "nodemailer";
import type { OutgoingMail, Sender, SendOutcome } from "@/lib/messaging/outbox/sender";
import { SECOND_MS } from "@/lib/platform/clock";
import { composeMessage } from "./message";

const TIMEOUT_MS = 10 * SECOND_MS;
/** The server wants a login or TLS (RFC 4954, 3207): a fault of the set-up, not of the address. */
const WANTS_LOGIN: readonly number[] = [530, 534, 535, 538];

type SmtpFault = { code: string; command: string; responseCode: number | null; message: string };

/** nodemailer throws errors with these extra fields; they are read, not trusted. */
function faultOf(error: unknown): SmtpFault {
  const fields: Record<string, unknown> = error instanceof Error ? { ...error } : {};
  return {
    code: String(fields.code ?? ""),
    command: String(fields.command ?? ""),
    responseCode: typeof fields.responseCode === "number" ? fields.responseCode : null,
    message: error instanceof Error ? error.message : String(error),
  };
}

/** Refused only when the server said so for good about this recipient or this message, or the address is none at all. */
function isRefusal({ code, command, message, responseCode }: SmtpFault): boolean {
  if (code === "EAUTH") return false;
  if (responseCode === null) return code === "EENVELOPE" && /recipient/i.test(message);
  if (WANTS_LOGIN.includes(responseCode)) return false;
  return responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
}

/** Hears from nodemailer when the whole mail has left, with the line that ends it: no server takes one before. */
function loggerThatHears(hasLeft: () => void) {
  const quiet = () => {};
  const info = (entry: unknown) => {
    if (typeof entry === "object" && entry !== null && "tnx" in entry && entry.tnx === "message") hasLeft();
  };
  return { trace: quiet, debug: quiet, info, warn: quiet, error: quiet, fatal: quiet, level: quiet };
}

/**
 * Sends over SMTP, one connection a mail. Gives up waiting for the server after `timeoutMs`.
 * @param options.name what the outbox calls it, when it is not the only one
 * @param options.setting the variable that holds `url`
 */
export function smtpSender(options: {
  url: string;
  from: string;
  timeoutMs?: number;
  name?: string;
  setting?: string;
}): Sender {
  const { from, name = "smtp", setting = "SMTP_URL", timeoutMs = TIMEOUT_MS, url } = options;

  async function send(mail: OutgoingMail): Promise<SendOutcome> {
    const mailItself = { hasLeft: false };
    const logger = loggerThatHears(() => {
      mailItself.hasLeft = true;
    });
    const transport = createTransport({
      url,
      logger,
      connectionTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    });
    try {
      const { messageId } = await transport.sendMail(composeMessage(mail, from));
      return { outcome: "accepted", providerId: messageId };
    } catch (error) {
      const fault = faultOf(error);
      const words = `The mail server did not take the mail: ${fault.message}`;
      if (isRefusal(fault)) return { outcome: "refused", error: words };
      const hint = fault.code === "EAUTH" ? ` Check the user and password in ${setting}.` : "";
      // It has all of the mail, and said nothing of it.
      const inDoubt = mailItself.hasLeft && fault.responseCode === null;
      return { outcome: "later", error: `${words}${hint}`, retryAfterMs: null, ...(inDoubt && { inDoubt }) };
    } finally {
      transport.close();
    }
  }

  return { name, send };
}
