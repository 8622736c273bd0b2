import { env, settingStates } from "@/lib/platform/env";
import { heldShare, parseIpRange } from "@/lib/platform/ip-address";
import { bad, good, type RunCheck, warning } from "./line";
import { isNodeNewEnough, NEEDED_NODE, weaknessOf } from "./policy";
import type { Line } from "./schema";

/** @param running the version of Node, this process's own unless a test gives another */
export function checkNode(running = process.versions.node): Line[] {
  if (isNodeNewEnough(running)) return [good("node", "value", { value: running })];
  return [bad("node", "tooOld", { running, needed: NEEDED_NODE })];
}

/** Every variable of lib/platform/env.ts, one line each. The server itself does not start while one of them is bad. */
export function checkSettings(): Line[] {
  return settingStates().map(({ name, isSet, problem }) => {
    if (problem === null) return good("setting", isSet ? "settingSet" : "settingUnset", { name });
    return bad("setting", "settingBad", { name, problem });
  });
}

/** What people make up for the portal; secrets that a provider gives are the provider's. */
const OWN = ["NEXTAUTH_SECRET", "CRON_SECRET", "METRICS_TOKEN"] as const;
type Own = (typeof OWN)[number];

/** Whether one of the portal's own secrets looks guessable, or is one of the others. Never says any of it. */
export const checkSecret =
  (name: Own): RunCheck =>
  () => {
    const secret = env()[name];
    if (secret === undefined) return [];
    return [twinOf(name, secret) ?? strengthOf(name, secret)];
  };

function twinOf(name: Own, secret: string): Line | null {
  const twin = OWN.find((other) => other !== name && env()[other] === secret);
  return twin ? bad("secret", "secretWeak", { name, why: "twin", twin }) : null;
}

function strengthOf(name: Own, secret: string): Line {
  const why = weaknessOf(secret);
  if (why === null) return good("secret", "ok", { name });
  return (why === "short" ? warning : bad)("secret", "secretWeak", { name, why, length: secret.length });
}

/** For how long personal data is kept (docs/privacy.md). */
export function checkRetention(): Line[] {
  const { ORIGIN_RETENTION_DAYS: origins, MAIL_RETENTION_DAYS: mails } = env();
  return [good("retention", "retentionSet", { origins, mails })];
}

/** Whether monthly statements are signed. */
export function checkStatementKey(): Line[] {
  const isSet = env().STATEMENT_KEY !== undefined;
  return [isSet ? good("statementKey") : warning("statementKey", "statementsUnsigned")];
}

/** Where browsers reach the portal. Plain http elsewhere than on this machine is refused at start (lib/platform/env.ts). */
export function checkAddress(): Line[] {
  const isSecure = env().NEXTAUTH_URL.startsWith("https:");
  return [isSecure ? good("address") : warning("address", "addressPlain")];
}

/** Whose word is taken for where a request comes from. */
export function checkProxies(): Line[] {
  const { PROXY_ENDS_TLS, TRUSTED_PROXIES } = env();
  const entries = TRUSTED_PROXIES.split(",").map((entry) => entry.trim());
  const ranges = entries.map(parseIpRange).filter((range) => range !== null);
  if (heldShare(ranges) >= TOO_MUCH) return [bad("proxies", "proxiesEverybody")];
  if (TRUSTED_PROXIES !== "") return [good("proxies", "proxiesNamed", { count: entries.length })];
  return [PROXY_ENDS_TLS ? warning("proxies", "proxiesMissing") : good("proxies", "none")];
}

/** Of the internet: no house has so many addresses, and no network of proxies. */
const TOO_MUCH = 1 / 16;

/** The portal and Matomo must not share a host name: the one could ride the other's cookies. */
export function checkHostnames(): Line[] {
  const { MATOMO_URL, NEXTAUTH_URL } = env();
  if (MATOMO_URL === undefined) return [warning("hostnames", "notLooked", { because: "MATOMO_URL" })];
  const isSame = new URL(MATOMO_URL).hostname === new URL(NEXTAUTH_URL).hostname;
  return [isSame ? warning("hostnames", "hostnamesSame") : good("hostnames")];
}
