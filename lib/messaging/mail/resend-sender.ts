import { type ErrorResponse, Resend } from "resend";
import type { Allowance, OutgoingMail, Sender, SendOutcome } from "@/lib/messaging/outbox/sender";
import { HOUR_MS, now, SECOND_MS } from "@/lib/platform/clock";
import { AUTO_SUBMITTED } from "./message";
import { watchLeaving } from "./watch-leaving";

const TIMEOUT_MS = 10 * SECOND_MS;
/** Those of older versions held addresses. */
const FITS_A_HEADER = /^[\x21-\x7e]{1,256}$/;
/** Resend counts requests by the second. */
const DEFAULT_PAUSE_MS = SECOND_MS;

/** These are faults of the set-up, not of the address: the mail waits until somebody has put it right. */
const SET_UP_FAULTS: readonly (ErrorResponse["name"] | undefined)[] = [
  "invalid_from_address",
  "missing_api_key",
  "restricted_api_key",
  "invalid_api_key",
];

function pauseMs(header: string | undefined): number {
  if (!header) return DEFAULT_PAUSE_MS;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * SECOND_MS : Date.parse(header) - now().getTime();
  return ms > 0 ? Math.min(ms, HOUR_MS) : DEFAULT_PAUSE_MS;
}

/** Resend says with each answer how many requests this second still has room for; nothing when a header is missing. */
function allowanceOf(headers: Record<string, string> | null): { allowance?: Allowance } {
  const [limit, left, resetSeconds] = ["ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"].map((name) =>
    Number.parseFloat(headers?.[name] ?? ""),
  );
  if (limit === undefined || left === undefined || resetSeconds === undefined) return {};
  if (!(limit >= 1 && left >= 0 && resetSeconds >= 0)) return {};
  return { allowance: { limit, left, resetMs: Math.min(resetSeconds * SECOND_MS, HOUR_MS) } };
}

type Doubt = { keyTaken?: true; inDoubt?: true };

const IN_PROGRESS = /in progress/i;
const TAKEN: readonly (ErrorResponse["name"] | undefined)[] = ["invalid_idempotent_request", "invalid_idempotency_key"];

/** `failure` is read from the answer as it came: a proxy in between may leave fields out. */
function outcomeOf(failure: Partial<ErrorResponse>, headers: Record<string, string> | null): SendOutcome {
  const { message, name, statusCode } = failure;
  const error = `Resend answered ${statusCode ?? "with an error"}: ${message ?? "no reason given"} (${name ?? "unnamed"})`;
  const later = (text: string, retryAfterMs: number | null = null, more: Doubt = {}): SendOutcome => ({
    outcome: "later",
    error: text,
    retryAfterMs,
    ...more,
  });
  if (name === "daily_quota_exceeded" || name === "monthly_quota_exceeded") return later(error);
  if (name === "rate_limit_exceeded" || statusCode === 429) return later(error, pauseMs(headers?.["retry-after"]));
  if (statusCode === 401 || statusCode === 403 || SET_UP_FAULTS.includes(name)) {
    return later(`${error}. Check RESEND_API_KEY and the sender's domain in MAIL_FROM.`);
  }
  // The first request under this key is not answered yet.
  const isInProgress =
    name === "concurrent_idempotent_requests" || (statusCode === 409 && IN_PROGRESS.test(message ?? ""));
  if (isInProgress) return later(error, null, { inDoubt: true });
  // The mail itself was not looked at. Resend has no other 409, by whatever name it comes through a proxy.
  if (statusCode === 409 || TAKEN.includes(name)) return later(error, null, { keyTaken: true });
  if (statusCode === 400 || statusCode === 422) return { outcome: "refused", error };
  return later(error);
}

/**
 * Sends through Resend. The idempotency key goes along, so a retry whose first try did arrive is not sent twice
 * (Resend remembers it for 24 hours). Gives up waiting after `timeoutMs`.
 */
export function resendSender(options: {
  apiKey: string;
  from: string;
  baseUrl?: string | undefined;
  timeoutMs?: number;
}): Sender {
  const { apiKey, baseUrl, from, timeoutMs = TIMEOUT_MS } = options;
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});

  async function send(mail: OutgoingMail): Promise<SendOutcome> {
    const signal = AbortSignal.timeout(timeoutMs);
    const { idempotencyKey, to, subject, html, text, headers: own, replyTo } = mail;
    if (!FITS_A_HEADER.test(idempotencyKey)) {
      return { outcome: "later", error: "The mail's key fits into no header.", retryAfterMs: null, keyTaken: true };
    }
    const { result, nothingLeft } = await watchLeaving(
      () =>
        resend.emails.send(
          { from, to: [to], subject, html, text, headers: { ...own, ...AUTO_SUBMITTED }, ...(replyTo && { replyTo }) },
          { idempotencyKey, signal },
        ),
      ({ headers }) => headers !== null,
    );
    const { data, error, headers } = result;
    if (!error) return { outcome: "accepted", providerId: data?.id ?? null, ...allowanceOf(headers) };
    if (headers !== null) return { ...outcomeOf(error, headers), ...allowanceOf(headers) };
    const reason = signal.aborted ? `did not answer within ${timeoutMs / SECOND_MS} s` : "could not be reached";
    return { outcome: "later", error: `Resend ${reason}.`, retryAfterMs: null, ...(!nothingLeft && { inDoubt: true }) };
  }

  return { name: "resend", send };
}
