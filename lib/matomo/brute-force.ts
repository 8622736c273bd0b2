import { MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { unlessIncomparable } from "@/lib/platform/db/incomparable";
import { joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import { type IpAddress, networkIn, networkOf, parseIpAddress } from "@/lib/platform/ip-address";
import { addressIsListed, addressSpellings, canonicalAddress, networkPatterns } from "./address-list";
import { ANONYMOUS } from "./users";

/** Matomo's settings for too many failed sign-ins (docs/matomo.md#brute-force). */
type BruteForceRules = {
  isOn: boolean;
  /** this many failures from one address are forgiven; the next one locks */
  maxRetries: number;
  rangeMinutes: number;
  /** addresses and ranges that are always locked */
  denied: readonly string[];
  /** addresses and ranges that are never locked for their own failures */
  allowed: readonly string[];
};

type Attempt = { ip: string | null; login: string | null; at: Date };
/** Attempts that count as failed though no row says so yet. */
type Unjudged = { network: number; login: number };

const DEFAULT_RETRIES = 20;
const DEFAULT_RANGE_MINUTES = 60;
/** Fixed in Matomo, whatever the range for addresses is. */
const LOGIN_RANGE_MS = 60 * MINUTE_MS;
const LOGIN_LENGTH = 100;

// Matomo's own spelling.
const ALLOWED = "whitelisteBruteForceIps";
const DENIED = "blacklistedBruteForceIps";

/**
 * The rules as Matomo's Super Users set them (plugin settings of `Login`). What is absent or not understood has
 * Matomo's default. An override in Matomo's config file is not in the database and not seen (docs/matomo.md#settings).
 */
export async function readBruteForceRules(db: DbClient): Promise<BruteForceRules> {
  const rows = await db.matomoPluginSetting.findMany({
    where: { pluginName: "Login", userLogin: "" },
    orderBy: { id: "asc" },
  });
  const valuesOf = (name: string) => rows.filter((row) => row.settingName === name);
  // Two rows of one scalar setting are as good as none.
  const only = (name: string) => (valuesOf(name).length === 1 ? valuesOf(name)[0]?.value : undefined);
  const entriesOf = (name: string) =>
    valuesOf(name).flatMap((row) => (row.jsonEncoded ? textsIn(row.value) : [row.value]));
  return {
    isOn: only("enableBruteForceDetection") !== "0",
    maxRetries: numberFrom(only("maxAllowedRetries"), 0) ?? DEFAULT_RETRIES,
    rangeMinutes: numberFrom(only("allowedRetriesTimeRange"), 1) ?? DEFAULT_RANGE_MINUTES,
    denied: entriesOf(DENIED),
    allowed: entriesOf(ALLOWED),
  };
}

/**
 * Whether Matomo would refuse a sign-in now, whatever the password. By address: denied, or more than `maxRetries`
 * failures within the range and not allowed. By login: more than max(10, 3 × `maxRetries`) failures within 60 minutes
 * from anywhere; an allowed address does not lift this one, and it never holds for `anonymous`
 * (docs/matomo.md#brute-force).
 *
 * Failures of Matomo and of the portal count alike. As in Matomo a failure dated in the future counts: the clocks of
 * two servers differ, and one that runs ahead must not open the door.
 * Stricter than Matomo in one thing: of IPv6 a whole /64 counts as one address, since one customer has all of it.
 * @param who.login resolved to the stored login where there is one, so that an e-mail address counts as its owner
 * @param unjudged those that are on their way, of this network and of this login
 */
export async function signInIsLocked(
  db: DbClient,
  rules: BruteForceRules,
  who: Attempt,
  unjudged: Unjudged = { network: 0, login: 0 },
): Promise<boolean> {
  if (!rules.isOn) return false;
  if (await networkIsLocked(db, rules, who, unjudged.network)) return true;
  return loginIsLocked(db, rules, who, unjudged.login);
}

/**
 * Adds a failed sign-in to Matomo's log, where both count it. What is no address, and a login that the column cannot
 * hold, goes in as NULL: never cut, which would make it another's.
 */
export async function recordFailedAttempt(db: DbClient, attempt: Attempt): Promise<void> {
  const ip = attempt.ip === null ? null : canonicalAddress(attempt.ip);
  const login = storableLogin(attempt.login);
  // Whole seconds as in Matomo: some servers would round up what the column cannot hold.
  const at = new Date(Math.floor(attempt.at.getTime() / SECOND_MS) * SECOND_MS);
  const insert = (storable: string | null) => db.$executeRaw`
    INSERT INTO \`matomo_brute_force_log\` (ip_address, attempted_at, login) VALUES (${ip}, ${at}, ${storable})`;
  if ((await unlessIncomparable(() => insert(login), null)) === null) await insert(null);
}

async function networkIsLocked(
  db: DbClient,
  rules: BruteForceRules,
  { ip, at }: Attempt,
  unjudged: number,
): Promise<boolean> {
  const address = parseIpAddress(ip?.trim() ?? "");
  if (address === null) return false;
  if (addressIsListed(address.toString(), rules.denied)) return true;
  if (addressIsListed(address.toString(), rules.allowed)) return false;
  const rows = await db.$queryRaw<{ ip_address: string; n: number | bigint }[]>`
    SELECT ip_address, COUNT(*) AS n FROM \`matomo_brute_force_log\`
    WHERE ${fromNetworkOf(address)} AND attempted_at > ${plus(at, -rules.rangeMinutes * MINUTE_MS)}
    GROUP BY ip_address`;
  const network = networkOf(address);
  const failed = rows.filter((row) => networkIn(row.ip_address) === network);
  return failed.reduce((sum, { n }) => sum + Number(n), unjudged) > rules.maxRetries;
}

/** Rows of this client's network, and perhaps some more. */
function fromNetworkOf(address: IpAddress): Sql {
  if (address.kind() === "ipv4") return sql`ip_address IN (${joinSql(addressSpellings(address.toString()))})`;
  return joinSql(
    networkPatterns(address).map((pattern) => sql`ip_address LIKE ${pattern}`),
    " OR ",
    "(",
    ")",
  );
}

async function loginIsLocked(db: DbClient, rules: BruteForceRules, who: Attempt, unjudged: number): Promise<boolean> {
  const login = storableLogin(who.login);
  if (login === null || login.toLowerCase() === ANONYMOUS) return false;
  // Matomo writes '' for failures without a login; some collations find that equal to invisible characters.
  const rows = await unlessIncomparable(
    () => db.$queryRaw<{ n: number | bigint }[]>`
      SELECT COUNT(*) AS n FROM \`matomo_brute_force_log\`
      WHERE login = ${login} AND login <> '' AND attempted_at > ${plus(who.at, -LOGIN_RANGE_MS)}`,
    [],
  );
  return Number(rows[0]?.n ?? 0) + unjudged > Math.max(10, 3 * rules.maxRetries);
}

/**
 * No login has characters beyond the basic plane (docs/matomo.md#sign-in); what else the column cannot hold, the
 * database says.
 */
function storableLogin(login: string | null): string | null {
  const isNone = login === null || login === "" || login.length > LOGIN_LENGTH || /[\u{10000}-\u{10ffff}]/u.test(login);
  return isNone ? null : login;
}

/** A whole number of at most seven digits; null for anything else. */
function numberFrom(text: string | undefined, least: number): number | null {
  return text !== undefined && /^[0-9]{1,7}$/.test(text) && Number(text) >= least ? Number(text) : null;
}

/** The texts of a list that PHP wrote as JSON: an array, or an object when its keys had gaps. */
function textsIn(json: string): string[] {
  try {
    const list: unknown = JSON.parse(json);
    return typeof list === "object" && list !== null
      ? Object.values(list).filter((entry) => typeof entry === "string")
      : [];
  } catch {
    return [];
  }
}
