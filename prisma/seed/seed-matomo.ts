import { createHash } from "node:crypto";
import type { DbClient } from "@/lib/platform/db/client";
import { constantSql, joinSql, sql } from "@/lib/platform/db/sql";
import { accessRows } from "./data/access";
import { optionRows, pluginSettingRows, siteSettingRows } from "./data/settings";
import { siteRows, siteUrlRows } from "./data/sites";
import { addressOf, formerSuperUser, pendingInvite, type UserSeed, users } from "./data/users";
import { recoveryCodesOf } from "./recovery-codes";
import { localMoment } from "./when";

type Row = Record<string, string | number | Date | null>;
/** Fills Matomo's empty tables as they were when the portal came: sites, people, who may see what, settings. */
export async function seedMatomo(db: DbClient, now: Date, hashes: ReadonlyMap<string, string>): Promise<void> {
  const everybody = [...users, formerSuperUser].map((user) => userRow(user, now, hashes.get(user.login) ?? ""));
  const tables: Record<string, Row[]> = {
    option: optionRows,
    plugin_setting: pluginSettingRows,
    user: [anonymousRow(now), ...everybody],
    twofactor_recovery_code: users.filter((user) => user.totpSecret).flatMap(({ login }) => recoveryCodeRows(login)),
    user_language: users.flatMap(languageRows),
    site: siteRows(now),
    site_url: siteUrlRows(),
    site_setting: siteSettingRows,
    access: accessRows(),
  };
  for (const [table, rows] of Object.entries(tables)) await insertInMatomo(db, table, rows);
}

/** Writes rows past the portal, as Matomo does. */
export async function insertInMatomo(db: DbClient, table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const columns = constantSql(
      Object.keys(row)
        .map((name) => `\`${name}\``)
        .join(", "),
    );
    const into = constantSql(`\`matomo_${table}\``);
    await db.$executeRaw`INSERT INTO ${into} (${columns}) VALUES (${joinSql(Object.values(row).map((one) => sql`${one}`))})`;
  }
}

function userRow(user: UserSeed, now: Date, password: string): Row {
  return {
    login: user.login,
    password,
    email: addressOf(user.login),
    superuser_access: user.isSuperUser ? 1 : 0,
    twofactor_secret: user.totpSecret ?? "",
    date_registered: localMoment(now, user.registeredDaysAgo, "09:20"),
    ts_password_modified: localMoment(now, user.passwordDaysAgo, "09:20"),
  };
}

/** As Matomo's installer makes it (docs/matomo.md#anonymous). */
function anonymousRow(now: Date): Row {
  const installedAt = localMoment(now, 2_612, "14:03");
  const email = "anonymous@example.org";
  return { login: "anonymous", password: "", email, date_registered: installedAt, ts_password_modified: installedAt };
}

/** Somebody who was invited as a Super User. */
export function invitedRow(now: Date): Row {
  return {
    login: pendingInvite.login,
    password: "",
    email: addressOf(pendingInvite.login),
    superuser_access: 1,
    date_registered: localMoment(now, pendingInvite.invitedDaysAgo, "11:47"),
    invite_token: createHash("sha512").update("demo invitation").digest("hex"),
    invited_by: pendingInvite.invitedBy,
    invite_expired_at: localMoment(now, -pendingInvite.expiresInDays, "11:47"),
  };
}

function recoveryCodeRows(login: string): Row[] {
  return recoveryCodesOf(login).map((recovery_code) => ({ login, recovery_code }));
}

function languageRows({ login, language, use12HourClock }: UserSeed): Row[] {
  return language === null ? [] : [{ login, language, use_12_hour_clock: use12HourClock ? 1 : 0 }];
}
