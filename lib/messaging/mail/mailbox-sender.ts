import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import type { OutgoingMail, Sender, SendOutcome } from "@/lib/messaging/outbox/sender";
import { composeMessage, keyDigest } from "./message";

const KEY_LENGTH = 32;

/** "20261123T224601123Z": sorts as time does, in any file system. */
const stamp = (at: Date) => at.toISOString().replace(/[-:.]/g, "");

/** The same mail has the same name, so that a second send replaces the file. */
function fileName(mail: OutgoingMail): string {
  return `${stamp(mail.queuedAt)}-${keyDigest(mail.idempotencyKey).slice(0, KEY_LENGTH)}.eml`;
}

/**
 * Writes each mail as one RFC 822 file into `dir` instead of sending it: the demo's mailbox. A second send under the
 * same idempotency key replaces the file. A reader never sees half a mail.
 */
export function mailboxSender(options: { dir: string; from: string }): Sender {
  const { dir, from } = options;
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

  async function send(mail: OutgoingMail): Promise<SendOutcome> {
    try {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const name = fileName(mail);
      const { message } = await transport.sendMail(composeMessage(mail, from));
      const draft = path.join(dir, `.${randomUUID()}.tmp`);
      await writeFile(draft, message, { mode: 0o600 });
      await rename(draft, path.join(dir, name));
      return { outcome: "accepted", providerId: path.basename(name, ".eml") };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { outcome: "later", error: `The mailbox folder cannot be written: ${reason}`, retryAfterMs: null };
    }
  }

  return { name: "mailbox", send };
}
