import type { IncomingMessage } from "node:http";
import { countQuietly } from "@/lib/ledger/audit/record-refusal";
import { now } from "@/lib/platform/clock";
import { env, runsOnVercel } from "@/lib/platform/env";
import { admitRequests, type SentAway } from "@/lib/platform/web/admission/admit-requests";
import { CRON_SECRET_HEADER, carriesSecret, METRICS_TOKEN_HEADER } from "@/lib/platform/web/carries-secret";
import { sessionCookie } from "./cookie";
import { readClaims } from "./session-claims";

/** Has strangers wait for whoever is known here. On Vercel the platform lets requests in. */
export function admitStrangers(): void {
  if (runsOnVercel()) return;
  const { NEXTAUTH_URL, TRUSTED_PROXIES } = env();
  admitRequests({ portalUrl: NEXTAUTH_URL, trusted: TRUSTED_PROXIES, knownCaller, onSentAway: count });
}

/** A session that this portal has sealed, whether it is still open or not, or one of the two secrets. */
async function knownCaller({ headers }: IncomingMessage): Promise<string | null> {
  const { NEXTAUTH_SECRET, CRON_SECRET, METRICS_TOKEN } = env();
  const authorization = headers.authorization ?? null;
  if (carriesSecret(authorization, CRON_SECRET, textOf(headers[CRON_SECRET_HEADER]))) return "jobs";
  if (carriesSecret(authorization, METRICS_TOKEN, textOf(headers[METRICS_TOKEN_HEADER]))) return "metrics";
  const claims = await readClaims(cookieIn(headers.cookie ?? ""), NEXTAUTH_SECRET);
  return claims && `session ${claims.sessionId}`;
}

function cookieIn(header: string): string | undefined {
  const begin = `${sessionCookie().name}=`;
  return header
    .split("; ")
    .find((cookie) => cookie.startsWith(begin))
    ?.slice(begin.length);
}

function textOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" ? header : null;
}

function count({ isSignIn, path, ip, userAgent }: SentAway): void {
  countQuietly({
    actor: { type: "visitor" },
    origin: { ip, userAgent, sessionRef: null },
    at: now(),
    facts: isSignIn
      ? { type: "sign-in.refused", login: null, reason: "busy" }
      : { type: "request.refused", path: path.slice(0, 200), code: "busy" },
  });
}
