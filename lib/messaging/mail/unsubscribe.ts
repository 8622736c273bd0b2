import { createHmac, timingSafeEqual } from "node:crypto";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import { env } from "@/lib/platform/env";

const PATH = "/api/reminders/slow";
/** What the HMAC key is for: the secret itself signs sessions. */
const PURPOSE = "one-click: slower reminders";

/**
 * The headers with which a mail program slows reminders by one click (RFC 8058, 3.1), for reminders alone: nobody can
 * turn alerts off. The address depends on mailbox and secret only, so that a mail has the same bytes at every try.
 * @param recipient the mailbox the mail goes to
 */
export function unsubscribeHeaders(kind: string, recipient: string): Record<string, string> {
  if (kind !== "reminder") return {};
  const mailbox = recipientKey(recipient);
  const address = new URL(PATH, env().NEXTAUTH_URL);
  address.searchParams.set("m", Buffer.from(mailbox, "utf8").toString("base64url"));
  address.searchParams.set("s", signature(mailbox).toString("base64url"));
  return { "List-Unsubscribe": `<${address.href}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** The mailbox that one of these addresses is for; null when the portal did not make it. Compared in constant time. */
export function mailboxOf(address: string): string | null {
  const { searchParams } = new URL(address);
  const mailbox = Buffer.from(searchParams.get("m") ?? "", "base64url").toString("utf8");
  const given = Buffer.from(searchParams.get("s") ?? "", "base64url");
  const right = signature(mailbox);
  if (mailbox === "" || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return mailbox;
}

function signature(mailbox: string): Buffer {
  const key = createHmac("sha256", env().NEXTAUTH_SECRET).update(PURPOSE).digest();
  return createHmac("sha256", key).update(mailbox).digest();
}
