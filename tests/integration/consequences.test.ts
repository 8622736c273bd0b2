import { beforeEach, describe, expect, it } from "vitest";
import { readConsequences, readPublishConsequences } from "@/lib/domain/public-access/consequences";
import { readLanding } from "@/lib/domain/public-access/landing";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser, matomoIs } from "@/tests/support/builders";
import { rawRun, useDatabase } from "@/tests/support/database";
import { manySites } from "@/tests/support/many-sites";
import { type SignedIn, signIn, superUserOf } from "@/tests/support/people";

useDatabase();

let anna: SignedIn;
beforeEach(async () => {
  anna = await signIn(await aSuperUser({ login: "anna" }));
});

const consequences = async (ids: readonly number[]) => readPublishConsequences(await superUserOf(anna), ids);

const siteSetting = (idsite: number, name: string, value = "1", plugin = "Live") =>
  rawRun("INSERT INTO `matomo_site_setting` (idsite, plugin_name, setting_name, setting_value) VALUES (?, ?, ?, ?)", [
    idsite,
    plugin,
    name,
    value,
  ]);
const systemSetting = (name: string, value = "1", plugin = "Live", userLogin = "") =>
  rawRun(
    "INSERT INTO `matomo_plugin_setting` (plugin_name, setting_name, setting_value, user_login) VALUES (?, ?, ?, ?)",
    [plugin, name, value, userLogin],
  );
const option = (name: string, value: string) =>
  rawRun("INSERT INTO `matomo_option` (option_name, option_value) VALUES (?, ?)", [name, value]);

describe("what publishing exactly these sites would show", () => {
  it("is what holds for the instance, and how many of them exist, are public, and have other addresses", async () => {
    const [one, two, open, other] = [await aSite(), await aSite(), await aSite(), await aSite()];
    await anonymousAccess(open);
    await anonymousAccess(open, { access: "admin" });
    await anonymousAccess(999_999);
    await anonymousAccess(two, { access: "VIEW" });
    for (const [index, id] of [one, one, two, other].entries()) {
      const url = `https://alias-${index}.example`;
      await rawRun("INSERT INTO `matomo_site_url` (idsite, url) VALUES (?, ?)", [id, url]);
    }
    const read = await consequences([one, two, open, 999_999]);
    expect(read).toMatchObject(await readConsequences(await superUserOf(anna)));
    expect(read).toMatchObject({ siteCount: 3, alreadyPublicCount: 1, aliasUrlCount: 3 });
  });

  it("says on how many of them the visits log is off, by their own settings", async () => {
    const [plain, noLog, alsoNoLog, beside] = await manySites(4);
    for (const id of [noLog, alsoNoLog, beside]) await siteSetting(id ?? 0, "disable_visitor_log");
    await siteSetting(plain ?? 0, "disable_visitor_log", "0");
    await siteSetting(plain ?? 0, "disable_visitor_log", "1", "AnotherPlugin");
    expect(await consequences([plain, noLog, alsoNoLog].map(Number))).toMatchObject({
      visitsLogSwitch: { everywhere: "on", offCount: 2 },
    });
  });

  it("says that it is off on all of them when Matomo's setting for all sites says so", async () => {
    const ids = await manySites(3);
    expect(await consequences(ids)).toMatchObject({ visitsLogSwitch: { everywhere: "on", offCount: 0 } });
    await systemSetting("disable_visitor_log");
    expect(await consequences(ids)).toMatchObject({ visitsLogSwitch: { everywhere: "off", offCount: 3 } });
  });

  it("says whether strangers read user ids as they are", async () => {
    const ids = await manySites(1);
    expect((await consequences(ids)).userIdReport).toBe("shown");
    await option("PrivacyManager.anonymizeUserId", "1");
    expect((await consequences(ids)).userIdReport).toBe("pseudonymised");
  });

  it("has the earliest creation among them, and says of how many Matomo has none", async () => {
    const old = await aSite({ createdAt: new Date("2015-02-03T04:05:06Z") });
    const young = await aSite({ createdAt: new Date("2024-01-01T00:00:00Z") });
    await aSite({ createdAt: new Date("2001-01-01T00:00:00Z") });
    const none = await aSite({ createdAt: null });
    expect(await consequences([young, old, none])).toMatchObject({
      firstDataAt: "2015-02-03T04:05:06.000Z",
      firstDataUnknownCount: 1,
    });
    expect(await consequences([none])).toMatchObject({ firstDataAt: null, firstDataUnknownCount: 1 });
  });

  it("counts the roll-up sites among them, and says how many there are in all of Matomo", async () => {
    const plain = await aSite();
    const all = await aSite({ type: "rollup" });
    await aSite({ type: "rollup" });
    expect((await consequences([plain])).rollUps).toEqual({ chosenCount: 0, inMatomo: 2 });
    expect((await consequences([plain, all])).rollUps).toEqual({ chosenCount: 1, inMatomo: 2 });
  });

  it("takes the same number of statements for 1 site and for 5,000, and reads 10,000", async () => {
    const ids = await manySites(10_000);
    const count = async (of: number) => (await statementsOf(() => consequences(ids.slice(0, of)))).length;
    expect(await count(5_000)).toBe(await count(1));
    expect(await consequences(ids)).toMatchObject({ siteCount: 10_000 });
  });

  it.each(["`matomo_site_url`", "`matomo_option`", "`matomo_site_setting`"])(
    "is a failure and leaves nothing out when %s cannot be read",
    async (table) => {
      const ids = await manySites(1);
      const viewer = await superUserOf(anna);
      const away = table.replace(/`$/, "_away`");
      await rawRun(`ALTER TABLE ${table} RENAME TO ${away}`);
      await expect(
        readPublishConsequences(viewer, ids).finally(() => rawRun(`ALTER TABLE ${away} RENAME TO ${table}`)),
      ).rejects.toMatchObject({ code: "schema_not_understood" });
    },
  );
});

it("says that whoever is not signed in sees the login page first, where that is set", async () => {
  await matomoIs("5.8.2");
  const ids = await manySites(1);
  expect((await consequences(ids)).landsOnLogin).toBe(false);
  await option("anonymous_defaultReport", "Login");
  expect((await consequences(ids)).landsOnLogin).toBe(true);
});

describe("what strangers see first", () => {
  const matomoLink = "https://matomo.example/index.php?module=UsersManager&action=anonymousSettings";

  beforeEach(() => matomoIs("5.8.2"));

  it("is Matomo's default while nothing is set, with a link to where it is changed", async () => {
    expect(await readLanding()).toEqual({ report: { kind: "default" }, date: "default", matomoLink });
  });

  it.each([
    ["Login", { kind: "login-page" }],
    ["MultiSites", { kind: "all-websites" }],
    ["", { kind: "default" }],
    ["login", { kind: "unknown", value: "login" }],
    ["1e3", { kind: "unknown", value: "1e3" }],
    ["0", { kind: "unknown", value: "0" }],
    ["99999999999", { kind: "unknown", value: "99999999999" }],
    ["4711", { kind: "site", id: 4711, name: null, isPublic: false }],
  ])("is read from Matomo's option: %j", async (stored, report) => {
    await option("anonymous_defaultReport", stored);
    expect((await readLanding()).report).toEqual(report);
  });

  it("is one site, by name, and whether it is public at all", async () => {
    const id = await aSite({ name: "Shop &amp; Co" });
    await option("anonymous_defaultReport", String(id));
    expect((await readLanding()).report).toEqual({ kind: "site", id, name: "Shop & Co", isPublic: false });
    await anonymousAccess(id);
    expect((await readLanding()).report).toMatchObject({ isPublic: true });
  });

  it.each([
    ["last30", "last30"],
    ["yesterday", "yesterday"],
    ["", "default"],
    ["last31", "unknown"],
  ])("begins with the date %j", async (stored, date) => {
    await option("anonymous_defaultReportDate", stored);
    expect((await readLanding()).date).toBe(date);
  });

  describe.each(["5.9.0", "6.0.0", "6.1.0"])("on Matomo %s", (version) => {
    beforeEach(() => matomoIs(version));

    it("is read from the user's own settings; what an option says counts no more", async () => {
      await option("anonymous_defaultReport", "Login");
      await option("anonymous_defaultReportDate", "week");
      expect(await readLanding()).toMatchObject({ report: { kind: "default" }, date: "default" });
      await systemSetting("defaultReport", "MultiSites", "UsersManager", "anonymous");
      await systemSetting("defaultReportDate", "last7", "UsersManager", "anonymous");
      await systemSetting("defaultReport", "Login", "UsersManager", "anna");
      await systemSetting("defaultReport", "Login", "UsersManager");
      expect(await readLanding()).toMatchObject({ report: { kind: "all-websites" }, date: "last7" });
    });
  });

  it.each(["4.10.1", "5.2.0-b5", "5.8.2"])("is not yet read from settings on Matomo %s", async (version) => {
    await matomoIs(version);
    await systemSetting("defaultReport", "MultiSites", "UsersManager", "anonymous");
    expect((await readLanding()).report).toEqual({ kind: "default" });
  });

  it("is read in either form while Matomo stores no version, the newer one first", async () => {
    await matomoIs(null);
    await option("anonymous_defaultReport", "Login");
    expect((await readLanding()).report).toEqual({ kind: "login-page" });
    await systemSetting("defaultReport", "MultiSites", "UsersManager", "anonymous");
    expect((await readLanding()).report).toEqual({ kind: "all-websites" });
  });
});
