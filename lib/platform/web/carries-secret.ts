import { createHash, timingSafeEqual } from "node:crypto";

const MIN_SECRET_LENGTH = 16;

/** The second header that carries a secret, by itself: for callers behind a proxy that takes Authorization for its own. */
export const CRON_SECRET_HEADER = "x-cron-secret";
export const METRICS_TOKEN_HEADER = "x-metrics-token";

/**
 * Whether a request carries this secret (of the cron routes, of the metrics): as `Authorization: Bearer <secret>`, or by
 * itself in the second header, whatever the other says. Compared in constant time. Closed when the secret is unset,
 * empty or shorter than 16 characters.
 * @param authorization the header of that name
 * @param second the second header
 */
export function carriesSecret(
  authorization: string | null,
  secret: string | undefined,
  second: string | null = null,
): boolean {
  if (!secret || secret.length < MIN_SECRET_LENGTH) return false;
  const inFirst = isSame(authorization, `Bearer ${secret}`);
  const inSecond = isSame(second, secret);
  return inFirst || inSecond;
}

function isSame(said: string | null, wanted: string): boolean {
  return said !== null && timingSafeEqual(sha256(said), sha256(wanted));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
