import { createHash } from "node:crypto";
import type { MailContent } from "./sender";

const MAX_LENGTH = 256;

type Named = { identity: string | null; eventKey: string; kind: string; recipient: string };

/**
 * The key under which a provider takes a mail once (E3): its identity, and a hash of everything that goes out. So the
 * same mail tried again has the same key, and two mails with one key are one mail, in whichever installation and
 * after whichever restore. A mail that an older version queued keeps the key it may have been tried under.
 */
export function idempotencyKey(mail: Named, content: MailContent): string {
  return mail.identity === null ? keyOfOlderVersions(mail) : `${mail.identity}/${hashOf(content)}`;
}

function hashOf({ from, replyTo, to, subject, html, text, headers }: MailContent): string {
  return sha256(JSON.stringify([from, replyTo, to, subject, html, text, Object.entries(headers)]));
}

/** `event/kind/recipient`; shortened by hash where it would pass the provider's 256 characters. */
function keyOfOlderVersions({ eventKey, kind, recipient }: Named): string {
  const key = `${eventKey}/${kind}/${recipient}`;
  return key.length <= MAX_LENGTH ? key : sha256(key);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
