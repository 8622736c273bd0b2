import { createHash } from "node:crypto";
import { type DbClient, dialect } from "@/lib/platform/db/client";
import { unlessIncomparable } from "@/lib/platform/db/incomparable";
import { constantSql, forShare, type Sql, sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors";
import { whenForgetting } from "@/lib/platform/once-per-process";
import { hasPendingInvites } from "./version";

/** Whom Matomo takes for a Super User: the column holds any value but 0 (core casts it to a truth value). */
export const HAS_SUPER_USER_ACCESS = sql`superuser_access <> 0`;

/** Matomo's built-in login; the stored row must be exactly this (docs/matomo.md#anonymous). */
export const ANONYMOUS = "anonymous";

export type MatomoUserRecord = {
  /** as stored: the canonical identity */
  login: string;
  email: string;
  passwordHash: string;
  isSuperUser: boolean;
  hasSecondFactor: boolean;
  /** base32; empty when there is none */
  secondFactorSecret: string;
  /** sha256 of what Matomo knows of the credentials; changes when password or second factor change */
  credentialsStamp: string;
};

type UserRow = {
  login: string;
  email: string;
  password: string;
  super_user: number | bigint;
  twofactor_secret: string;
  password_modified: string | null;
  pending: number | bigint;
};

/** The user with this login, compared by the database. `lock` keeps the row unchanged until the transaction ends. */
export async function findUser(db: DbClient, login: string, lock = false): Promise<MatomoUserRecord | null> {
  return firstUser(db, sql`WHERE login = ${login} ${lock ? forShare() : sql``}`);
}

/** As Matomo resolves what is typed at sign-in: a login wins over an e-mail address (docs/matomo.md#sign-in). */
export async function findUserByLoginOrEmail(db: DbClient, identifier: string): Promise<MatomoUserRecord | null> {
  return (
    (await findUser(db, identifier)) ?? (await firstUser(db, sql`WHERE email = ${identifier} ORDER BY login LIMIT 1`))
  );
}

/** Null also where the columns cannot hold what is asked for: nobody is called so. */
async function firstUser(db: DbClient, where: Sql): Promise<MatomoUserRecord | null> {
  const select = await selectUser(db);
  const [row] = await unlessIncomparable(() => db.$queryRaw<UserRow[]>(sql`${select} ${where}`), []);
  return row ? toRecord(row) : null;
}

/** Every Super User, by login: whom Matomo takes for one, not `anonymous`, not a pending invitation. */
export async function listSuperUsers(db: DbClient): Promise<MatomoUserRecord[]> {
  const rows = await db.$queryRaw<UserRow[]>(
    sql`${await selectUser(db)} WHERE ${HAS_SUPER_USER_ACCESS} ORDER BY login`,
  );
  return rows.map(toRecord).filter((user) => user.isSuperUser);
}

/** Super Users whom Matomo's own lists leave out: those ask for the value 1, while any but 0 gives every right. */
export async function countUnlistedSuperUsers(db: DbClient): Promise<number> {
  const rows = await db.$queryRaw<{ n: number | bigint }[]>`
    SELECT COUNT(*) AS n FROM \`matomo_user\`
    WHERE ${HAS_SUPER_USER_ACCESS} AND superuser_access <> 1 AND login <> ${ANONYMOUS}`;
  return Number(rows[0]?.n ?? 0);
}

/**
 * What an unknown login is compared with, so that the answer takes as long: the password hash of the first Super User
 * by login, which has this instance's own algorithm and cost. Null when there is none.
 */
export async function referenceHash(db: DbClient): Promise<string | null> {
  const superUsers = await listSuperUsers(db);
  return superUsers.find((user) => user.passwordHash !== "")?.passwordHash ?? null;
}

/**
 * `typed` if Matomo would take it for a login or an address (2 to 100 bytes of its own alphabet), else null.
 * People type passwords into the wrong field; what cannot be a login is not to be kept anywhere.
 */
export function possibleLogin(typed: string): string | null {
  const bytes = Buffer.byteLength(typed, "utf8");
  return bytes >= 2 && bytes <= 100 && /^[A-Za-z0-9ÄäÖöÜüß_.@+-]+$/.test(typed) ? typed : null;
}

/** What the row of the user `anonymous` says; it must be spelled exactly so, and be able to do nothing. */
export type AnonymousUser = {
  /** as stored */
  login: string;
  /** the stored login is exactly `anonymous` */
  isExact: boolean;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  isInvited: boolean;
  isSuperUser: boolean;
  /** the flag as stored */
  superUserAccess: number;
};

/**
 * What `anonymous` comes to for publishing. `missing`: rows have no effect. `renamed`: the API honours them, the pages
 * refuse (docs/matomo.md#anonymous). `super-user`: every site is readable, with or without rows.
 */
export type AnonymousState = "present" | "missing" | "renamed" | "super-user";

/** The worst that holds. A password, second factor or invitation of it changes nothing for strangers. */
export function stateOfAnonymous(user: AnonymousUser | null): AnonymousState {
  if (user === null) return "missing";
  if (user.isSuperUser) return "super-user";
  return user.isExact ? "present" : "renamed";
}

/** The row that the database takes for `anonymous`; null when there is none (docs/matomo.md#spellings). */
export async function readAnonymousUser(db: DbClient): Promise<AnonymousUser | null> {
  const invited = (await hasInviteToken(db)) ? sql`invite_token IS NOT NULL` : sql`0`;
  const exactly = constantSql(`'${Buffer.from(ANONYMOUS).toString("hex").toUpperCase()}'`);
  // LENGTH, because a column that ignores trailing spaces takes a password of spaces for an empty one.
  const rows = await db.$queryRaw<{ login: string; [flag: string]: unknown }[]>`
    SELECT login, HEX(login) = ${exactly} AS is_exact, LENGTH(password) > 0 AS has_password,
      LENGTH(twofactor_secret) > 0 AS has_second_factor, ${invited} AS is_invited,
      superuser_access, ${HAS_SUPER_USER_ACCESS} AS is_super_user
    FROM \`matomo_user\` WHERE login = ${ANONYMOUS}`;
  const row = rows[0];
  if (!row) return null;
  return {
    login: row.login,
    isExact: Number(row.is_exact) === 1,
    hasPassword: Number(row.has_password) === 1,
    hasSecondFactor: Number(row.has_second_factor) === 1,
    isInvited: Number(row.is_invited) === 1,
    isSuperUser: Number(row.is_super_user) === 1,
    superUserAccess: Number(row.superuser_access),
  };
}

function toRecord(row: UserRow): MatomoUserRecord {
  const isAnonymous = row.login.toLowerCase() === ANONYMOUS;
  return {
    login: row.login,
    email: row.email,
    passwordHash: row.password,
    isSuperUser: Number(row.super_user) === 1 && Number(row.pending) === 0 && !isAnonymous,
    hasSecondFactor: row.twofactor_secret !== "",
    secondFactorSecret: row.twofactor_secret,
    credentialsStamp: createHash("sha256")
      .update(JSON.stringify([row.password, row.password_modified, row.twofactor_secret]))
      .digest("hex"),
  };
}

/** `invite_token` exists since Matomo 4.11; before that nobody is pending (docs/matomo.md#versions). */
async function selectUser(db: DbClient): Promise<Sql> {
  const pending = (await hasInviteToken(db)) ? sql`invite_token IS NOT NULL` : sql`0`;
  return sql`
    SELECT login, email, password, ${HAS_SUPER_USER_ACCESS} AS super_user, twofactor_secret,
      CAST(ts_password_modified AS CHAR) AS password_modified, ${pending} AS pending
    FROM \`matomo_user\``;
}

/** Columns are added by upgrades and never taken away, so only a yes is remembered. */
let inviteTokenSeen = false;
whenForgetting(() => {
  inviteTokenSeen = false;
});

/**
 * Without the right to read it a column cannot be seen either. Nobody is taken for a Super User because of that.
 * @throws AppError `schema_not_understood` when this Matomo has pending invites and they cannot be told
 */
async function hasInviteToken(db: DbClient): Promise<boolean> {
  if (inviteTokenSeen) return true;
  const columns =
    dialect() === "mysql"
      ? await db.$queryRaw<{ Field: string }[]>`SHOW COLUMNS FROM \`matomo_user\` LIKE 'invite_token'`
      : (await db.$queryRaw<{ name: string }[]>`PRAGMA table_info(\`matomo_user\`)`).filter(
          (c) => c.name === "invite_token",
        );
  inviteTokenSeen = columns.length > 0;
  if (!inviteTokenSeen && (await hasPendingInvites(db))) throw new AppError("schema_not_understood");
  return inviteTokenSeen;
}
