import { createHash } from "node:crypto";
import type { Reader } from "@/lib/platform/db/client";
import { joinSql, sql } from "@/lib/platform/db/sql";
import { accessRows } from "./data/access";
import { optionRows, pluginSettingRows, siteSettingRows } from "./data/settings";
import { siteRows, siteUrlRows } from "./data/sites";
import { addressOf, pendingInvite, users } from "./data/users";
import { matomoPasswordHash } from "./password-hash";
import { recoveryCodesOf } from "./recovery-codes";
import { localMoment } from "./when";

type PasswordHashes = ReadonlyMap<string, string>;

/** The hash of each user's password. Slow on purpose, so not made while the database is locked. */
export async function hashPasswords(): Promise<PasswordHashes> {
  const pairs = users.map(async (user) => [user.login, await matomoPasswordHash(user)] as const);
  return new Map(await Promise.all(pairs));
}

/** Fills Matomo's empty tables: sites, people, who may see what, settings. */
export async function seedMatomo(db: Reader, now: Date, hashes: PasswordHashes): Promise<void> {
  await db.matomoOption.createMany({ data: optionRows });
  await db.matomoPluginSetting.createMany({ data: pluginSettingRows });
  await db.matomoUser.createMany({ data: [...userRows(now, hashes), anonymousRow(now), invitedRow(now)] });
  await markAsInvited(db, now);
  await writeRecoveryCodes(db);
  await db.matomoUserLanguage.createMany({ data: languageRows() });
  await db.matomoSite.createMany({ data: siteRows(now) });
  await db.matomoSiteUrl.createMany({ data: siteUrlRows() });
  await db.matomoSiteSetting.createMany({ data: siteSettingRows });
  await db.matomoAccess.createMany({ data: accessRows() });
}

function userRows(now: Date, hashes: PasswordHashes) {
  return users.map((user) => ({
    login: user.login,
    password: hashes.get(user.login) ?? "",
    email: addressOf(user.login),
    superuserAccess: user.isSuperUser ? 1 : 0,
    twofactorSecret: user.totpSecret ?? "",
    dateRegistered: localMoment(now, user.registeredDaysAgo, "09:20"),
    tsPasswordModified: localMoment(now, user.passwordDaysAgo, "09:20"),
  }));
}

/** As Matomo's installer makes it (docs/matomo.md#anonymous). */
function anonymousRow(now: Date) {
  const installedAt = localMoment(now, 2_612, "14:03");
  const email = "anonymous@example.org";
  return { login: "anonymous", password: "", email, dateRegistered: installedAt, tsPasswordModified: installedAt };
}

function invitedRow(now: Date) {
  const dateRegistered = localMoment(now, pendingInvite.invitedDaysAgo, "11:47");
  return {
    login: pendingInvite.login,
    password: "",
    email: addressOf(pendingInvite.login),
    superuserAccess: 1,
    dateRegistered,
  };
}

/** The invitation's columns exist since Matomo 4.11 only and are therefore not part of the models. */
async function markAsInvited(db: Reader, now: Date): Promise<void> {
  const token = createHash("sha512").update("demo invitation").digest("hex");
  const expiresAt = localMoment(now, -pendingInvite.expiresInDays, "11:47");
  await db.$executeRaw`
    UPDATE \`matomo_user\`
    SET invite_token = ${token}, invited_by = ${pendingInvite.invitedBy}, invite_expired_at = ${expiresAt}
    WHERE login = ${pendingInvite.login}`;
}

/** The portal's models do not have this table: it only ever deletes from it. */
async function writeRecoveryCodes(db: Reader): Promise<void> {
  const rows = users
    .filter((user) => user.totpSecret)
    .flatMap((user) => recoveryCodesOf(user.login).map((code) => sql`(${user.login}, ${code})`));
  await db.$executeRaw`INSERT INTO \`matomo_twofactor_recovery_code\` (login, recovery_code) VALUES ${joinSql(rows)}`;
}

function languageRows() {
  return users.flatMap((user) =>
    user.language === null
      ? []
      : [{ login: user.login, language: user.language, use12HourClock: user.use12HourClock ? 1 : 0 }],
  );
}
