import { createHash, timingSafeEqual } from "node:crypto";

const MIN_SECRET_LENGTH = 16;

/**
 * Whether an `Authorization` header carries this secret (of the cron routes, of the metrics): `Bearer <secret>`.
 * Compared in constant time. Closed when the secret is unset, empty or shorter than 16 characters.
 */
export function carriesSecret(authorization: string | null, secret: string | undefined): boolean {
  if (!secret || secret.length < MIN_SECRET_LENGTH || authorization === null) return false;
  return timingSafeEqual(sha256(authorization), sha256(`Bearer ${secret}`));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
