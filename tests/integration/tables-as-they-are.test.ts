import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadSuperUser } from "@/lib/auth/session";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { readBruteForceRules } from "@/lib/matomo/brute-force";
import { findUserByClaim } from "@/lib/matomo/find-user-by-claim";
import { readLandingPreferences } from "@/lib/matomo/landing";
import { readLanguages } from "@/lib/matomo/languages";
import { spendRecoveryCode } from "@/lib/matomo/recovery-codes";
import { readSiteFacets } from "@/lib/matomo/site-facets";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { listSuperUsers } from "@/lib/matomo/users";
import { readVersion } from "@/lib/matomo/version";
import { unreachableAmong } from "@/lib/messaging/alerts/recipients";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { anonymousAccess, aSite, aSuperUser, aUser, bruteForceSetting, recoveryCode } from "@/tests/support/builders";
import { callScript } from "@/tests/support/call-script";
import { emptyTables, rawRun, rawSql, tablePrefix, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, publish, signIn } from "@/tests/support/people";
import { retype } from "@/tests/support/retype";
import { accessRows, auditOf, mails } from "@/tests/support/state";

useDatabase();

const option = (name: string, value: string) =>
  rawRun("INSERT INTO `matomo_option` (option_name, option_value) VALUES (?, ?)", [name, value]);
const found = async (query: Record<string, unknown>) =>
  (await listSites(sitesQuerySchema.parse(query))).rows.map((row) => row.name);
const attempt = (identifier: string) => signInWithMatomo({ identifier, password: "x", code: "" }, BROWSER);
async function backToUsual(): Promise<void> {
  await emptyTables();
  await retype("utf8mb4");
}
const WRONG = { ok: false, code: "credentials_wrong" };

describe("a Super User is whom Matomo takes for one: any value but 0", () => {
  beforeAll(() => rawRun("ALTER TABLE `matomo_user` MODIFY superuser_access SMALLINT NOT NULL DEFAULT 0"));

  it.each([1, 2, 255, -1])("superuser_access = %i", async (value) => {
    const anna = await aSuperUser({ login: "anna" });
    const jonas = await aUser({ login: "jonas" });
    await aUser({ login: "viewer" });
    await rawRun("UPDATE `matomo_user` SET superuser_access = ? WHERE login = 'jonas'", [value]);
    expect((await listSuperUsers(testDb())).map(({ login }) => login)).toEqual(["anna", "jonas"]);
    await runWatch();
    expect((await testDb().rosterEntry.findMany()).map(({ login }) => login)).toEqual(["anna", "jonas"]);
    const { context } = await signIn(jonas);
    expect(await loadSuperUser(testDb(), context.sessionId, BROWSER, now())).toMatchObject({ login: "jonas" });
    expect(await publish(await signIn(anna), [await aSite()])).toMatchObject({ ok: true, data: { mailCount: 2 } });
    expect((await mails("made-public")).map(({ logins }) => logins)).toEqual([["anna"], ["jonas"]]);
    expect(await attempt("viewer")).toEqual(WRONG);
  });
});

describe("text that comes as bytes is read as text", () => {
  beforeAll(() => retype("bytes"));
  afterAll(backToUsual);

  it("names, options, settings, languages, logins and levels", async () => {
    const anna = await aSuperUser({ login: "Ännä", email: "anna@people.example", language: "de" });
    await option("SitesManager_DefaultTimezone", "Europe/Berlin");
    await option("anonymous_defaultReport", "7");
    await rawRun(
      "INSERT INTO `matomo_plugin_setting` (plugin_name, setting_name, setting_value, user_login) VALUES ('UsersManager', 'defaultReport', '7', 'anonymous')",
    );
    await bruteForceSetting("maxAllowedRetries", 3);
    const id = await aSite({ name: "Käse &amp; متحف 🎉", group: "Köln" });
    await anonymousAccess(id, { access: "admin" });
    expect(await readVersion(testDb())).toMatch(/^\d\.\d/);
    expect(await readInstanceTimeZone(testDb())).toBe("Europe/Berlin");
    expect(await readLandingPreferences(testDb())).toEqual({ report: "7", date: null });
    expect(await readBruteForceRules(testDb())).toMatchObject({ maxRetries: 3 });
    expect(await readLanguages(testDb(), ["Ännä"])).toEqual(new Map([["Ännä", "de"]]));
    expect(await readSiteFacets(testDb(), "group", 5)).toMatchObject({ facets: [{ value: "Köln", sites: 1 }] });
    const [row] = (await listSites(sitesQuerySchema.parse({}))).rows;
    expect(row).toMatchObject({ name: "Käse & متحف 🎉", group: "Köln", isPublic: true, worseLevels: ["admin"] });
    expect(await found({ q: "متحف" })).toEqual(["Käse & متحف 🎉"]);
    expect(await found({ q: "🎉", group: "Köln" })).toEqual(["Käse & متحف 🎉"]);
    expect(await found({ q: "100%" })).toEqual([]);
    await runWatch();
    expect(await publish(await signIn(anna), [await aSite()])).toMatchObject({ ok: true, data: { grantedCount: 1 } });
    expect((await testDb().rosterEntry.findMany()).map(({ login }) => login)).toEqual(["Ännä"]);
  });

  it("a login is compared as the database compares bytes", async () => {
    const anna = await aSuperUser({ login: "anna" });
    const site = await aSite();
    await anonymousAccess(site, { login: "Anonymous" });
    expect((await listSites(sitesQuerySchema.parse({}))).totals.public).toBe(0);
    expect(await attempt("ANNA")).toEqual(WRONG);
    expect((await signIn(anna)).user.login).toBe("anna");
  });

  it("what is not valid UTF-8 takes no page, watch or mail away", async () => {
    await aSuperUser({ login: "anna" });
    const id = await aSite({ name: "x" });
    await rawRun("UPDATE `matomo_site` SET name = x'4bc3a4ff2d66', main_url = x'ff' WHERE idsite = ?", [id]);
    await rawRun("INSERT INTO `matomo_user` (login, password, email, superuser_access) VALUES (x'ff61', '', x'ff', 1)");
    await anonymousAccess(id);
    expect(await found({})).toEqual(["Kä\uFFFD-f"]);
    await runWatch();
    expect(await auditOf("roster.baseline")).toHaveLength(1);
  });
});

describe("tables in latin1, and text that they cannot hold", () => {
  beforeAll(() => retype("latin1"));
  afterAll(backToUsual);
  const UNSTORABLE = ["متحف", "🎉", "Ελλάδα", "日本"];

  beforeEach(async () => {
    await aSuperUser({ login: "anna" });
    await aSite({ name: "Müller &amp; Söhne", group: "Köln" });
  });

  it.each(UNSTORABLE)("a search for %s, or a filter by it, finds nothing", async (text) => {
    expect(await found({ q: text })).toEqual([]);
    expect(await found({ group: text })).toEqual([]);
    expect(await found({ type: text })).toEqual([]);
    expect(await found({ q: `1${text}` })).toEqual([]);
  });

  it("what it can hold is found under its own collation", async () => {
    expect(await found({ q: "mÜLLER &" })).toEqual(["Müller & Söhne"]);
    expect(await found({ group: "Köln" })).toEqual(["Müller & Söhne"]);
  });

  it("one column that cannot hold the text hides no other", async () => {
    await retype("utf8mb4", ["site"]);
    await rawRun("ALTER TABLE `matomo_site` MODIFY `group` VARCHAR(250) CHARACTER SET latin1 NOT NULL");
    await rawRun("UPDATE `matomo_site` SET name = 'متحف'");
    expect(await found({ q: "متحف" })).toEqual(["متحف"]);
    await rawRun("UPDATE `matomo_site` SET name = 'Müller'");
    await retype("latin1", ["site"]);
  });

  it.each(UNSTORABLE)("a sign-in as %s is refused as any wrong login, and counted for its address", async (text) => {
    expect(await attempt(text)).toEqual(WRONG);
    expect(await attempt(`${text}@people.example`)).toEqual(WRONG);
    const reasons = (await auditOf("sign-in.refused")).map(({ reason }) => reason);
    expect(reasons).toEqual(["unknown login", "unknown login"]);
    const rows = await rawSql("SELECT ip_address AS ip, login FROM `matomo_brute_force_log`");
    expect(rows).toEqual(Array(2).fill({ ip: BROWSER.ip, login: null }));
  });

  it("single sign-on claims, recovery codes and languages meet them unharmed", async () => {
    for (const value of UNSTORABLE) {
      expect(await findUserByClaim(testDb(), { by: "login", value }, () => true)).toBe("unknown");
      expect(await findUserByClaim(testDb(), { by: "email", value }, () => true)).toBe("unknown");
      await recoveryCode("anna", "ABCDEFGH12345678");
      expect(await inTransaction((tx) => spendRecoveryCode(tx, "anna", value))).toBe(false);
    }
    await rawRun("INSERT INTO `matomo_user_language` (login, language) VALUES ('anna', 'fr')");
    expect(await readLanguages(testDb(), ["anna", "متحف"])).toEqual(new Map([["anna", "fr"]]));
  });

  it("a watch, and a mail with an Arabic reason, go on", async () => {
    const jonas = await signIn(await aSuperUser({ login: "jonas" }));
    await runWatch();
    expect(await publish(jonas, [await aSite()], { reason: "متحف 🎉" })).toMatchObject({ ok: true });
    expect(await accessRows()).toHaveLength(1);
  });
});

describe("columns of Matomo that are longer than the portal's", () => {
  beforeAll(async () => {
    await rawRun("ALTER TABLE `matomo_user` MODIFY email VARCHAR(400) NOT NULL, MODIFY login VARCHAR(180) NOT NULL");
    await rawRun("ALTER TABLE `matomo_site` MODIFY name VARCHAR(2000) NOT NULL");
  });

  const long = (end: string) => `${"x".repeat(120)}${end}`;

  it("name a Super User whose address is too long as not reachable, and alert everybody else", async () => {
    const anna = await aSuperUser({ login: "anna" });
    await aSuperUser({ login: "lena", email: long("@people.example") });
    await runWatch();
    expect(await unreachableAmong(testDb(), await listSuperUsers(testDb()))).toEqual([
      { login: "lena", why: "no-address" },
    ]);
    const id = await aSite({ name: "n".repeat(1_500) });
    expect(await publish(await signIn(anna), [id])).toMatchObject({
      ok: true,
      data: { mailCount: 1, unreachable: ["lena"] },
    });
    await deliverDue();
    expect((await mails("made-public")).map(({ state }) => state)).toEqual(["sent"]);
  });

  it("another one as long is another address; the same one is no change", async () => {
    await aSuperUser({ login: "anna" });
    await aSuperUser({ login: "lena", email: long("@people.example") });
    await runWatch();
    await runWatch();
    expect(await auditOf("roster.changed")).toEqual([]);
    await rawRun("UPDATE `matomo_user` SET email = ? WHERE login = 'lena'", [long("@other.example")]);
    await runWatch();
    await runWatch();
    const [change, ...more] = await auditOf("roster.changed");
    expect([change?.moved.map(({ login }) => login), more]).toEqual([["lena"], []]);
    expect((await mails("roster-changed")).map(({ logins }) => logins)).toEqual([["anna"]]);
  });

  it("a Super User whose login is too long is watched and alerted, and cannot sign in", async () => {
    const login = long("");
    const lena = await aSuperUser({ login, email: "lena@people.example" });
    const anna = await aSuperUser({ login: "anna" });
    await runWatch();
    await runWatch();
    expect(await auditOf("roster.changed")).toEqual([]);
    expect(await signInWithMatomo({ identifier: login, password: lena.password, code: "" }, BROWSER)).toEqual(WRONG);
    expect(await publish(await signIn(anna), [await aSite()])).toMatchObject({ ok: true, data: { mailCount: 2 } });
  });
});

describe("bin/public-access doctor, on tables as old installations have them", () => {
  it("names each in one line with what to do", { timeout: 120_000 }, async () => {
    await retype("latin1", ["site"]);
    await rawRun("ALTER TABLE `matomo_option` MODIFY option_value LONGBLOB NOT NULL");
    await rawRun("ALTER TABLE `matomo_access` ENGINE=MyISAM");
    await aSuperUser({ login: "anna" });
    await aSuperUser({ login: "lena", email: `${"x".repeat(120)}@people.example` });
    await rawRun("UPDATE `matomo_user` SET superuser_access = 2 WHERE login = 'anna'");
    const { code, stdout } = await callScript("doctor", [], {
      ...{ PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", NODE_ENV: "production" },
      ...{ DATABASE_URL: process.env.DATABASE_URL ?? "", MATOMO_TABLE_PREFIX: tablePrefix },
      ...{ NEXTAUTH_URL: "https://portal.example", NEXTAUTH_SECRET: "kJ8s0dLq2nBx7RvTz4WyH1cEoU9mGpA6fIr" },
      ...{ CRON_SECRET: "Vb3xZq8LmT0pKs7WdYc5RjNh2Gf9", MAIL_FROM: "alerts@portal.example" },
      ...{ MAIL_TRANSPORT: "mailbox", MAILBOX_DIR: process.env.MAILBOX_DIR ?? "" },
    });
    const lines = stdout.split("\n");
    const one = (pattern: RegExp) => expect(lines.filter((line) => pattern.test(line))).toHaveLength(1);
    expect(code).toBe(1);
    one(/^ {2}bad .*access \(MyISAM\) cannot undo.* After a backup: ALTER TABLE `\w+` ENGINE=InnoDB;$/);
    one(/^ {2}warning .*option\.option_value\..* After a backup, convert them back/);
    one(/^ {2}warning .*Collation: latin1 cannot.* core:convert-to-utf8mb4/);
    one(/^ {2}warning .*Collation: They differ.* After a backup, give them one/);
    one(/^ {2}warning .*does not reach 1 of 2.* Alerts lists them/);
    one(/^ {2}warning .*1 with a superuser_access other than 1.* Set it to 1/);
    expect(stdout).not.toMatch(/anna|lena/);
  });
});
