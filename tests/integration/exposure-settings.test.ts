import { beforeEach, describe, expect, it } from "vitest";
import { readPublishConsequences } from "@/lib/domain/public-access/consequences";
import { readSiteDetails } from "@/lib/domain/public-access/site-details";
import { readExposure } from "@/lib/domain/publications/exposure";
import { siteIdSchema } from "@/lib/platform/site-id";
import { anonymousAccess, aSite, aSuperUser, matomoIs } from "@/tests/support/builders";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
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
const systemSetting = (name: string, value = "1", plugin = "Live") =>
  rawRun(
    "INSERT INTO `matomo_plugin_setting` (plugin_name, setting_name, setting_value, user_login) VALUES (?, ?, ?, '')",
    [plugin, name, value],
  );
const option = (name: string, value: string) =>
  rawRun("INSERT INTO `matomo_option` (option_name, option_value) VALUES (?, ?)", [name, value]);

describe.each(["4.10.1", "4.16.1", "5.2.0-b5", "5.9.0", "6.0.0"])("on Matomo %s", (version) => {
  beforeEach(() => matomoIs(version));

  it("says whether strangers read user ids as they are", async () => {
    const ids = await manySites(2);
    expect(await consequences(ids)).toMatchObject({ userIdReport: "shown", rawUserIds: null });
    await option("PrivacyManager.anonymizeUserId", "1");
    expect(await consequences(ids)).toMatchObject({ userIdReport: "pseudonymised", rawUserIds: null });
  });

  it("never calls ids pseudonyms on a site whose own row says that they are stored as they are", async () => {
    const raw = await aSite({ name: "Shop &amp; Co" });
    const other = await aSite();
    await option("PrivacyManager.anonymizeUserId", "1");
    await option(`PrivacyManager.idSite(${raw}).anonymizeUserId`, "0");
    await option(`PrivacyManager.idSite(${other}).ipAnonymizerEnabled`, "0");
    expect(await consequences([raw, other])).toMatchObject({
      userIdReport: "shown-on-some",
      rawUserIds: { total: 1, sites: [{ id: raw, name: "Shop & Co" }] },
    });
    expect((await consequences([raw])).userIdReport).toBe("shown");
    expect((await consequences([other])).userIdReport).toBe("pseudonymised");
    expect(await readExposure(testDb(), [raw, other])).toMatchObject({
      userIds: "shown-on-some",
      rawUserIds: { total: 1, sites: [{ id: raw, name: "Shop & Co" }] },
    });
  });

  it("takes a site's own pseudonyms for such only where this Matomo has them", async () => {
    const [own, other] = await manySites(2);
    await option(`PrivacyManager.idSite(${own}).anonymizeUserId`, "1");
    const isKnown = version === "5.9.0" || version === "6.0.0";
    expect((await consequences([Number(own)])).userIdReport).toBe(isKnown ? "pseudonymised" : "shown");
    expect((await consequences([Number(own), Number(other)])).userIdReport).toBe(isKnown ? "shown-on-some" : "shown");
  });
});

it("names 10 of the sites with ids as they are, and counts them all", async () => {
  await matomoIs("6.0.0");
  const ids = await manySites(13);
  await option(`PrivacyManager.idSite(${ids[0]}).anonymizeUserId`, "1");
  const { rawUserIds } = await consequences(ids);
  expect([rawUserIds?.total, rawUserIds?.sites.length]).toEqual([12, 10]);
});

describe("a privacy policy", () => {
  const WHOLE = "cnil_v1_policy_enabled";
  const SINGLE = "cnil_v1_enforce__Live_VisitorLogDisabled";
  it.each([
    ["as a whole, for all sites", "5.12.0", WHOLE, "all", { everywhere: "off", offCount: 2 }],
    ["as a whole, for one site", "5.12.0", WHOLE, "one", { everywhere: "on", offCount: 1 }],
    ["setting by setting, for all sites", "5.14.0", SINGLE, "all", { everywhere: "off", offCount: 2 }],
    ["setting by setting, for one site", "6.0.0", SINGLE, "one", { everywhere: "on", offCount: 1 }],
    ["as a whole, where both forms count", "5.14.1", WHOLE, "one", { everywhere: "on", offCount: 1 }],
    // A leftover of before the upgrade, which counts no more.
    ["as a whole, in 6.0.0", "6.0.0", WHOLE, "all", { everywhere: "on", offCount: 0 }],
    ["in a version that has none", "5.2.0-b5", WHOLE, "all", { everywhere: "on", offCount: 0 }],
    ["in a form that came later", "5.12.0", SINGLE, "one", { everywhere: "on", offCount: 0 }],
  ] as const)("hides the visits log: %s", async (_, version, name, where, visitsLogSwitch) => {
    await matomoIs(version);
    const ids = await manySites(2);
    if (where === "all") await systemSetting(name, "1", "CnilPolicy");
    else await siteSetting(Number(ids[0]), name, "1", "CnilPolicy");
    expect(await consequences(ids)).toMatchObject({ visitsLogSwitch });
  });

  it("is no weaker than Matomo's own setting: the strictest wins", async () => {
    await matomoIs("6.0.0");
    const ids = await manySites(2);
    await systemSetting("cnil_v1_enforce__Live_VisitorLogDisabled", "0", "CnilPolicy");
    await siteSetting(Number(ids[0]), "disable_visitor_log");
    await siteSetting(Number(ids[1]), "disable_visitor_log", "0");
    await siteSetting(Number(ids[1]), "cnil_v1_enforce__Live_VisitorLogDisabled", "1", "CnilPolicy");
    expect(await consequences(ids)).toMatchObject({ visitsLogSwitch: { everywhere: "on", offCount: 2 } });
  });

  it("makes no pseudonyms of user ids: where their collection has ended, those of before stay readable", async () => {
    await matomoIs("6.0.0");
    const ids = await manySites(3);
    await siteSetting(Number(ids[0]), "cnil_v1_enforce__UserId_UserIdDisabled", "1", "CnilPolicy");
    await siteSetting(Number(ids[1]), "user_id_disabled", "1", "UserId");
    expect(await consequences(ids)).toMatchObject({ userIdReport: "shown" });
    await systemSetting("cnil_v1_enforce__UserId_UserIdDisabled", "1", "CnilPolicy");
    expect(await consequences(ids)).toMatchObject({ userIdReport: "shown" });
  });
});

describe("a visits log that is hidden for a site", () => {
  const hide = (id: number) => siteSetting(id, "disable_visitor_log");

  it.each([
    ["5.2.0-b5", "readable"],
    ["5.12.0", "readable"],
    ["5.13.0", "unknown"],
    ["5.14.2", "unknown"],
    ["6.0.0", "closed"],
    [null, "unknown"],
  ])("is read all the same while another one shows its log: Matomo %s", async (version, hiddenLogs) => {
    await matomoIs(version);
    const [hidden, beside] = [await aSite(), await aSite()];
    await hide(hidden);
    // Alone it is closed.
    expect(await consequences([hidden])).toMatchObject({ hiddenLogs: "closed" });
    expect(await readExposure(testDb(), [hidden])).toMatchObject({ visitsLog: "hidden", hiddenLogs: "closed" });
    expect(await consequences([hidden, beside])).toMatchObject({ hiddenLogs });
    await anonymousAccess(beside);
    expect(await consequences([hidden])).toMatchObject({ hiddenLogs });
    expect(await readExposure(testDb(), [hidden])).toMatchObject({ visitsLog: "hidden", hiddenLogs });
    const details = { closed: "hidden", readable: "hidden-readable", unknown: "hidden-unknown" }[hiddenLogs];
    expect(await readSiteDetails(siteIdSchema.parse(hidden))).toMatchObject({ visitsLog: details });
  });

  it("is closed while every public site hides it, and while Matomo hides it everywhere", async () => {
    await matomoIs("5.2.0");
    const [hidden, publicOne] = [await aSite(), await aSite()];
    await anonymousAccess(publicOne);
    await hide(hidden);
    await hide(publicOne);
    expect(await consequences([hidden])).toMatchObject({ hiddenLogs: "closed" });
    await anonymousAccess(await aSite());
    expect(await consequences([hidden])).toMatchObject({ hiddenLogs: "readable" });
    await systemSetting("disable_visitor_log");
    expect(await consequences([hidden])).toMatchObject({ hiddenLogs: "closed" });
  });
});

it.each([
  ["4.10.1", "without-authors", "none"],
  ["5.4.2", "without-authors", "none"],
  ["5.5.0-b1", "without-authors", "none"],
  ["5.5.0", "with-authors", "none"],
  ["5.11.0", "with-authors", "shown"],
  ["6.0.0", "with-authors", "shown"],
  [null, "unknown", "unknown"],
  ["6.1.0", "unknown", "unknown"],
])("says whether annotations name their authors: Matomo %s", async (version, annotations, descriptions) => {
  await matomoIs(version);
  const ids = await manySites(1);
  expect(await consequences(ids)).toMatchObject({ annotations, descriptions });
  expect(await readExposure(testDb(), ids)).toMatchObject({ annotations });
});

it.each(["6.0.1", "6.1.0-b1", "7.0.0", "5.99.0", "nightly"])(
  "vouches for nothing that the settings of a version say which nobody has read: %s",
  async (version) => {
    await matomoIs(version);
    const ids = await manySites(2);
    await option("PrivacyManager.anonymizeUserId", "1");
    await systemSetting("disable_visitor_log");
    const unknown = { everywhere: "unknown", offCount: 0 };
    expect(await consequences(ids)).toMatchObject({
      ...{ userIdReport: "unknown", rawUserIds: null, visitsLogSwitch: unknown },
    });
    expect(await readExposure(testDb(), ids)).toMatchObject({ visitsLog: "unknown", userIds: "unknown" });
    expect(await readSiteDetails(siteIdSchema.parse(ids[0]))).toMatchObject({ visitsLog: "unknown" });
  },
);
