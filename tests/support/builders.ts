import { createHash } from "node:crypto";
import { hashSync } from "@node-rs/bcrypt";
import { hasInvites, hasLastSeen, rawRun } from "./database";

/** Low, so that tests are quick. Matomo's own is 10 or 12. */
const BCRYPT_COST = 4;
let counter = 0;

/** A password hash as Matomo stores it (docs/matomo.md#sign-in): bcrypt of the md5 in hex, with PHP's `$2y$`. */
export function matomoPasswordHash(password: string): string {
  const md5 = createHash("md5").update(password).digest("hex");
  return hashSync(md5, BCRYPT_COST).replace(/^\$2b\$/, "$2y$");
}

/**
 * A site in Matomo. `name`, `url` and `group` go in as given: Matomo stores them HTML-escaped (docs/matomo.md#sites).
 * @returns its idsite
 */
export async function aSite(
  site: {
    idsite?: number;
    name?: string;
    url?: string;
    group?: string;
    type?: string;
    timezone?: string;
    currency?: string;
    createdAt?: Date | null;
    creatorLogin?: string | null;
  } = {},
): Promise<number> {
  const number = ++counter;
  const columns: Record<string, string | number | Date | null> = {
    name: site.name ?? `Site ${number}`,
    main_url: site.url ?? `https://site-${number}.example`,
    ts_created: site.createdAt === undefined ? new Date("2024-03-01T10:00:00Z") : site.createdAt,
    timezone: site.timezone ?? "Europe/Berlin",
    currency: site.currency ?? "EUR",
    group: site.group ?? "",
    type: site.type ?? "website",
    creator_login: site.creatorLogin ?? null,
    sitesearch_keyword_parameters: "",
    sitesearch_category_parameters: "",
    excluded_ips: "",
    excluded_parameters: "",
    excluded_user_agents: "",
    ...(hasInvites && { excluded_referrers: "" }),
    ...(site.idsite !== undefined && { idsite: site.idsite }),
  };
  const { insertId } = await insert("site", columns);
  return site.idsite ?? insertId;
}

/** What Matomo says its version is; null when it stores none. */
export async function matomoIs(version: string | null): Promise<void> {
  await rawRun("DELETE FROM `matomo_option` WHERE option_name = 'version_core'");
  if (version !== null) await insert("option", { option_name: "version_core", option_value: version });
}

export type TestUser = { login: string; email: string; password: string };

/** A user in Matomo. The default password is `secret of <login>`; `language` writes a row in user_language. */
export async function aUser(
  user: {
    login?: string;
    email?: string;
    password?: string;
    /** stored as it is; wins over `password` */
    passwordHash?: string;
    superUser?: boolean;
    language?: string;
    use12HourClock?: boolean;
    twofactorSecret?: string;
    passwordModifiedAt?: Date | null;
  } = {},
): Promise<TestUser> {
  const login = user.login ?? `user${++counter}`;
  const password = user.password ?? `secret of ${login}`;
  const email = user.email ?? `${login.toLowerCase().replace(/[^a-z0-9.]/g, "-")}@people.example`;
  const modified = user.passwordModifiedAt === undefined ? new Date("2024-03-01T10:00:00Z") : user.passwordModifiedAt;
  await insert("user", {
    login,
    password: user.passwordHash ?? matomoPasswordHash(password),
    email,
    twofactor_secret: user.twofactorSecret ?? "",
    superuser_access: user.superUser ? 1 : 0,
    date_registered: new Date("2024-03-01T10:00:00Z"),
    ts_password_modified: modified,
  });
  if (user.language !== undefined) {
    await insert("user_language", {
      login,
      language: user.language,
      use_12_hour_clock: user.use12HourClock ? 1 : 0,
    });
  }
  return { login, email, password };
}

/** A Super User in Matomo. */
export async function aSuperUser(user: Parameters<typeof aUser>[0] = {}): Promise<TestUser> {
  return aUser({ ...user, superUser: true });
}

/**
 * Somebody invited who has not accepted yet (invite_token is set, the password empty). Only where
 * `hasInvites`: Matomo 4.10 has no such column.
 */
export async function aPendingInvite(
  invite: { login?: string; email?: string; superUser?: boolean } = {},
): Promise<TestUser> {
  if (!hasInvites) throw new Error("Matomo 4.10 has no invites: use it.runIf(hasInvites).");
  const user = await aUser({ ...invite, passwordHash: "", passwordModifiedAt: null });
  await rawRun("UPDATE `matomo_user` SET invite_token = ?, invited_by = ?, invite_expired_at = ? WHERE login = ?", [
    createHash("sha512").update(user.login).digest("hex"),
    "somebody",
    new Date("2030-01-01T00:00:00Z"),
    user.login,
  ]);
  return user;
}

/**
 * A row in `access` for the login `anonymous`, written past the portal. `login` for other spellings, `access` for
 * other levels (null too, docs/matomo.md#null-access).
 * @returns its idaccess
 */
export async function anonymousAccess(
  idsite: number,
  row: { login?: string; access?: string | null } = {},
): Promise<number> {
  const { insertId } = await insert("access", {
    login: row.login ?? "anonymous",
    idsite,
    access: row.access === undefined ? "view" : row.access,
  });
  return insertId;
}

/** Somebody's own row in `access`: `view`, `write` or `admin` on a site. */
export async function userAccess(login: string, idsite: number, access: string): Promise<void> {
  await insert("access", { login, idsite, access });
}

/**
 * Matomo notes that this user's session used its pages: since 5.4 in `user`, before that as an option
 * (docs/matomo.md#traces-of-use).
 */
export async function seenInMatomo(login: string, at: Date): Promise<void> {
  if (hasLastSeen) await rawRun("UPDATE `matomo_user` SET ts_last_seen = ? WHERE login = ?", [at, login]);
  else await lastSeenOption(login, at);
}

/** As Matomo up to 5.3 notes it: an option with seconds since 1970. */
export async function lastSeenOption(login: string, at: Date): Promise<void> {
  const value = String(Math.floor(at.getTime() / 1_000));
  await insert("option", { option_name: `UsersManager.lastSeen.${login}`, option_value: value, autoload: 1 });
}

/** A token of this user's, with when it was last used; `description` goes in as given, and Matomo stores it escaped. */
export async function aToken(
  login: string,
  token: { description?: string; lastUsed?: Date | null } = {},
): Promise<void> {
  await insert("user_token_auth", {
    login,
    description: token.description ?? "a token",
    password: `canary-hash-${++counter}`,
    hash_algo: "sha512",
    last_used: token.lastUsed ?? null,
    date_created: new Date("2024-03-01T10:00:00Z"),
  });
}

/** A recovery code of this user, as Matomo stores it: 16 characters in upper case (docs/matomo.md#second-factor). */
export async function recoveryCode(login: string, code: string): Promise<void> {
  await insert("twofactor_recovery_code", { login, recovery_code: code });
}

/**
 * A setting of Matomo's brute-force protection, stored as Matomo stores it (docs/matomo.md#brute-force): a boolean as 0
 * or 1, a list as JSON. Text goes in as it is, for what is broken; twice the same name is the old form of a list.
 */
export async function bruteForceSetting(name: string, value: boolean | number | string | unknown[]): Promise<void> {
  await insert("plugin_setting", {
    plugin_name: "Login",
    setting_name: name,
    setting_value: Array.isArray(value) ? JSON.stringify(value) : String(typeof value === "boolean" ? +value : value),
    json_encoded: Array.isArray(value) ? 1 : 0,
    user_login: "",
  });
}

/** A failed sign-in as Matomo records it. `times` for as many alike. */
export async function failedAttempt(
  attempt: { ip?: string | null; login?: string | null; at: Date },
  times = 1,
): Promise<void> {
  const values = [attempt.ip ?? null, attempt.at, attempt.login ?? null];
  await rawRun(
    `INSERT INTO \`matomo_brute_force_log\` (ip_address, attempted_at, login) VALUES ${Array(times).fill("(?, ?, ?)").join(", ")}`,
    Array(times).fill(values).flat(),
  );
}

async function insert(table: string, columns: Record<string, string | number | Date | null>) {
  const names = Object.keys(columns);
  return rawRun(
    `INSERT INTO \`matomo_${table}\` (${names.map((name) => `\`${name}\``).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    Object.values(columns),
  );
}
