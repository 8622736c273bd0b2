import { createHash } from "node:crypto";

const MAX_LENGTH = 256;

/** `event/kind/recipient`; shortened by hash where it would pass the provider's 256 characters (E3). */
export function idempotencyKey(mail: { eventKey: string; kind: string; recipient: string }): string {
  const key = `${mail.eventKey}/${mail.kind}/${mail.recipient}`;
  return key.length <= MAX_LENGTH ? key : createHash("sha256").update(key).digest("hex");
}
