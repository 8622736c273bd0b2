import { parseVersion, versionStatus } from "@/lib/matomo/known-versions";
import { MINUTE_MS } from "@/lib/platform/clock";
import { MISSED_CHECKS } from "@/lib/reports/coverage/schema";
import { type Line, type Verdict, verdicts } from "./schema";

/** package.json says the same under `engines`; a test compares the two. */
export const NEEDED_NODE = "20.19";

/** The worst verdict among these; good when there are none. */
export function worstOf(lines: readonly Line[]): Verdict {
  return verdicts.find((verdict) => lines.some((line) => line.verdict === verdict)) ?? "good";
}

/** 0: good, or warnings only; 1: something is bad; 2: nothing is bad as far as it could be looked at, and not all could. */
export function exitCodeOf(lines: readonly Line[]): 0 | 1 | 2 {
  const worst = worstOf(lines);
  if (worst === "bad") return 1;
  return worst === "unknown" ? 2 : 0;
}

type Weakness = "guessable" | "short";

const SECRET_LENGTH = 24;
const DISTINCT = 8;
/** Words of examples and of people who meant to come back to it. */
const GUESSABLE = /secret|passw(or)?d|change[-_ ]?me|example|your[-_ ]|default|test|1234|abcdef|qwert|letmein|matomo/i;

/** What makes a secret easy to guess, as far as its look tells; null when nothing does. */
export function weaknessOf(secret: string): Weakness | null {
  const isRepeated = /^(.{1,8})\1+.{0,7}$/s.test(secret) || new Set(secret).size < DISTINCT;
  if (isRepeated || GUESSABLE.test(secret)) return "guessable";
  return secret.length < SECRET_LENGTH ? "short" : null;
}

/** How far the database's clock may be from this server's. Codes of authenticator apps change every 30 seconds. */
export function skewVerdict(skewMs: number): Verdict {
  const off = Math.abs(skewMs);
  if (off > MINUTE_MS) return "bad";
  return off > 5_000 ? "warning" : "good";
}

/** How long a job may be silent, in minutes. Where the watch is called once a day, so are the others. */
export function mayBeSilentFor(everyMinutes: number, watchIntervalMinutes: number): number {
  return MISSED_CHECKS * Math.max(everyMinutes, watchIntervalMinutes);
}

/** Whether this Node is the needed one or newer. @param running as process.versions.node has it */
export function isNodeNewEnough(running: string): boolean {
  const [major = 0, minor = 0] = running.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED_NODE.split(".").map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/** Whether the portal knows this Matomo. */
export function matomoVersionStatus(versionCore: string | null): "known" | "too-old" | "too-new" | "unread" {
  const version = parseVersion(versionCore);
  if (version === null) return "unread";
  const status = versionStatus(version);
  if (status === "read") return "known";
  return status === "not-read" ? "too-new" : status;
}

type NetworkReason = "account" | "host" | "port" | "tls" | "other";

/** Why a server could not be talked to, by the codes that Node and nodemailer give. The words themselves go no further. */
export function networkReason(error: unknown): NetworkReason {
  const text = error instanceof Error ? `${codeOf(error)} ${codeOf(error.cause)} ${error.message}` : "";
  if (/EAUTH|ENOAUTH/.test(text)) return "account";
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(text)) return "host";
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(text)) return "port";
  return /CERT|SELF_SIGNED|ETLS|ERR_TLS|ERR_SSL|UNABLE_TO_VERIFY/.test(text) ? "tls" : "other";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Whether a variable has to do with how mail goes out. */
export function isMailSetting(name: string): boolean {
  return /^(MAIL|SMTP|RESEND|MAILBOX|FALLBACK|ALERT)_/.test(name);
}
