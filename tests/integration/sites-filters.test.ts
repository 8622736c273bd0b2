import { describe, expect, it } from "vitest";
import { listSiteFacets, listSites, matchingSiteIds } from "@/lib/domain/public-access/queries";
import { MAX_FACETS } from "@/lib/domain/public-access/reading-schema";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { siteAttentions, siteSorts } from "@/lib/domain/publications/terms";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { DAY_MS, MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { fourByteNames, rawRun, useDatabase } from "@/tests/support/database";
import { manySites } from "@/tests/support/many-sites";
import { publish, signIn } from "@/tests/support/people";
import { publication, published } from "@/tests/support/published";

useDatabase();

const list = (query: Record<string, unknown> = {}) => listSites(sitesQuerySchema.parse({ state: "all", ...query }));
const names = async (query: Record<string, unknown> = {}) => (await list(query)).rows.map((row) => row.name);

describe("the list of sites is filtered in the database", () => {
  // Text as people read it, text as Matomo stores it; one that is nearly the same must not be found.
  it.each([
    ["100% Solar", "100% Solar", "100x Solar"],
    ["a_b", "a_b", "axb"],
    ["Hey!", "Hey!", "Hey!!"],
    ["O'Neill", "O&#039;Neill", "O&amp;#039;Neill"],
    ["O'Neill", "O&#39;Neill", "O Neill"],
    ['"x" & <y>', "&quot;x&quot; &amp; &lt;y&gt;", "&quot;x&quot; &amp;amp; &lt;y&gt;"],
    ["A &amp; B", "A &amp;amp; B", "A &amp; B"],
    ["A & B plain", "A & B plain", "A &amp;amp; B plain"],
    ["\\", "\\", "\\\\"],
    ["'; DROP TABLE x; --", "&#039;; DROP TABLE x; --", ""],
  ])("by exactly the group %s", async (group, stored, other) => {
    await aSite({ name: "In", group: stored });
    await aSite({ name: "Beside", group: other });
    await aSite({ name: "Without" });
    expect(await names({ group })).toEqual(["In"]);
    expect((await list({ group })).matching).toBe(1);
  });

  it("by a group with a sign that the table may not hold, and never by an error", async () => {
    if (fourByteNames) await aSite({ name: "In", group: "Fête 🎉" });
    await aSite({ name: "Beside", group: "Fête" });
    expect(await names({ group: "Fête 🎉" })).toEqual(fourByteNames ? ["In"] : []);
    expect(await names({ type: "🎉" })).toEqual([]);
  });

  it("by having no group, which is another question than any group", async () => {
    await aSite({ name: "In", group: "Museums" });
    await aSite({ name: "Without" });
    expect(await names({ group: "" })).toEqual(["Without"]);
    expect(await names({ group: null })).toEqual(["In", "Without"]);
  });

  it("by Matomo's type, known or not, and together with a search", async () => {
    await aSite({ name: "App", type: "mobileapp" });
    await aSite({ name: "App on the web" });
    await aSite({ name: "Odd", type: "from_a_plugin" });
    expect(await names({ type: "mobileapp" })).toEqual(["App"]);
    expect(await names({ type: "from_a_plugin" })).toEqual(["Odd"]);
    expect(await names({ type: "website", q: "app" })).toEqual(["App on the web"]);
    expect(await names({ type: "from%" })).toEqual([]);
  });

  it("by the channel through which a site became public, while it is public or its row is away for a moment", async () => {
    await published("Portal");
    await published("Outside", { channel: "outside" });
    await published("Before", { channel: "before-portal" });
    await publication(await aSite({ name: "Away" }), { channel: "outside" });
    expect(await names({ channel: "portal" })).toEqual(["Portal"]);
    expect(await names({ channel: "outside" })).toEqual(["Away", "Outside"]);
    expect(await names({ channel: "before-portal" })).toEqual(["Before"]);
    expect(await list({ channel: "outside", state: "private" })).toMatchObject({ matching: 0, rows: [] });
  });

  it("by an end within 14 days, today's and a missed one too", async () => {
    await published("Overdue", { until: plus(now(), -MINUTE_MS) });
    await published("Soon", { until: plus(now(), 14 * DAY_MS - MINUTE_MS) });
    await published("Later", { until: plus(now(), 14 * DAY_MS + MINUTE_MS) });
    await published("No end");
    await publication(await aSite({ name: "Away" }), { until: plus(now(), DAY_MS) });
    expect(await names({ attention: "ending-soon", sort: "until" })).toEqual(["Overdue", "Away", "Soon"]);
  });

  it("by needing attention: more than view, an unknown value, public outside, or not seen by the watch yet", async () => {
    await anonymousAccess(await published("Admin"), { access: "admin" });
    await anonymousAccess(await published("Unclear and public"), { access: null });
    await anonymousAccess(await aSite({ name: "Unclear" }), { access: "VIEW" });
    await published("Outside", { channel: "outside" });
    await anonymousAccess(await aSite({ name: "Not seen yet" }));
    await published("Outside, kept", { channel: "outside", reviewedAt: now() });
    await published("Before", { channel: "before-portal" });
    await published("Portal");
    await anonymousAccess(await aSite({ name: "No access" }), { access: "noaccess" });
    await aSite({ name: "Private" });
    const expected = ["Admin", "Not seen yet", "Outside", "Unclear", "Unclear and public"];
    expect(await names({ attention: "needs-attention", sort: "name" })).toEqual(expected);
    expect((await list({ attention: "needs-attention" })).matching).toBe(expected.length);
  });

  it("by never having been confirmed: neither published here nor kept by anybody", async () => {
    await published("Portal");
    await published("Before", { channel: "before-portal" });
    await published("Before, kept", { channel: "before-portal", reviewedAt: now() });
    await published("Outside", { channel: "outside" });
    await anonymousAccess(await aSite({ name: "Not seen yet" }));
    await aSite({ name: "Private" });
    expect(await names({ attention: "never-confirmed" })).toEqual(["Before", "Not seen yet", "Outside"]);
  });

  it("by what the watch itself wrote", async () => {
    await anonymousAccess(await aSite({ name: "Before" }));
    await aSuperUser();
    await runWatch();
    await anonymousAccess(await aSite({ name: "Outside" }));
    await runWatch();
    expect(await names({ attention: "needs-attention" })).toEqual(["Outside"]);
    expect(await names({ attention: "never-confirmed" })).toEqual(["Before", "Outside"]);
    expect(await names({ channel: "before-portal" })).toEqual(["Before"]);
  });
});

describe("the list of sites is sorted in the database", () => {
  it.each([
    ["name", ["Alpha", "Beta", "Gamma"], ["Gamma", "Beta", "Alpha"]],
    ["id", ["Gamma", "Alpha", "Beta"], ["Beta", "Alpha", "Gamma"]],
    // Alpha has no group, no date, no publication: last both ways.
    ["group", ["Beta", "Gamma", "Alpha"], ["Gamma", "Beta", "Alpha"]],
    ["created", ["Gamma", "Beta", "Alpha"], ["Beta", "Gamma", "Alpha"]],
    ["since", ["Beta", "Gamma", "Alpha"], ["Gamma", "Beta", "Alpha"]],
    ["until", ["Gamma", "Beta", "Alpha"], ["Beta", "Gamma", "Alpha"]],
  ])("by %s, both ways, and what has no value is last either way", async (sort, ascending, descending) => {
    const gamma = await aSite({ name: "Gamma", group: "Z", createdAt: new Date("2020-01-01T00:00:00Z") });
    await aSite({ name: "Alpha", createdAt: null });
    const beta = await aSite({ name: "Beta", group: "A", createdAt: new Date("2021-01-01T00:00:00Z") });
    for (const id of [gamma, beta]) await anonymousAccess(id);
    await publication(gamma, { since: plus(now(), -DAY_MS), until: plus(now(), DAY_MS) });
    await publication(beta, { since: plus(now(), -2 * DAY_MS), until: plus(now(), 2 * DAY_MS) });
    expect(await names({ sort, dir: "asc" })).toEqual(ascending);
    expect(await names({ sort, dir: "desc" })).toEqual(descending);
  });

  it("as before when nothing is said: public ones first, then by name", async () => {
    await aSite({ name: "Alpha" });
    await published("Zulu");
    expect(await names({ dir: "desc" })).toEqual(["Zulu", "Alpha"]);
  });

  it("without losing or doubling a row between pages, by each column and both ways", async () => {
    for (let n = 0; n < 23; n++) await aSite({ name: `Same ${n % 2}`, group: `G${n % 2}`, createdAt: null });
    for (const sort of siteSorts) {
      for (const dir of ["asc", "desc"]) {
        const pages = await Promise.all([1, 2, 3].map((page) => list({ page, pageSize: 10, sort, dir })));
        expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.id))).size, `${sort} ${dir}`).toBe(23);
      }
    }
  });

  it("with no more statements for 200 rows than for 10, whatever is asked", async () => {
    for (const id of (await manySites(200)).filter((_, at) => at % 4 === 0)) await anonymousAccess(id);
    const asked = [
      ...siteSorts.map((sort) => ({ sort, dir: "desc", q: "Site" })),
      ...siteAttentions.map((attention) => ({ attention })),
      { group: "", type: "website", channel: "portal", state: "public" },
    ];
    for (const query of asked) {
      const count = async (pageSize: number) => (await statementsOf(() => list({ ...query, pageSize }))).length;
      expect(await count(200), JSON.stringify(query)).toBeLessThanOrEqual(await count(10));
    }
  });
});

describe("what matches, on all pages", () => {
  it("is counted by the database in one statement, and not at all while nothing is searched for", async () => {
    for (let n = 0; n < 12; n++) await aSite({ name: `Found ${n}` });
    const counts = async (query: object) => {
      let matching = 0;
      const statements = await statementsOf(async () => {
        matching = (await list({ q: "Found", pageSize: 10, ...query })).matching;
      });
      return { matching, counted: statements.filter((sql) => /COUNT\(\*\).*LIKE/is.test(sql)).length };
    };
    expect(await counts({ page: 1 })).toEqual({ matching: 12, counted: 1 });
    expect(await counts({ page: 3 })).toEqual({ matching: 12, counted: 1 });
    expect(await counts({ q: "Found 7" })).toEqual({ matching: 1, counted: 1 });
    expect(await counts({ q: "" })).toEqual({ matching: 12, counted: 0 });
  });

  it("is every id, which of them are public, and the first names", async () => {
    const anna = await signIn(await aSuperUser());
    const ids = await manySites(120);
    await publish(anna, ids.slice(0, 2));
    const found = await matchingSiteIds(sitesQuerySchema.parse({ page: 3, sort: "until", dir: "desc" }));
    expect(found).toMatchObject({ total: 120, isTooMany: false, siteIds: ids, publicSiteIds: ids.slice(0, 2) });
    expect(found.named).toHaveLength(50);
    expect(await matchingSiteIds(sitesQuerySchema.parse({ state: "public", channel: "portal" }))).toMatchObject({
      total: 2,
      siteIds: ids.slice(0, 2),
    });
    expect(await matchingSiteIds(sitesQuerySchema.parse({ q: "zzz" }))).toEqual({
      ...{ total: 0, isTooMany: false, siteIds: [], publicSiteIds: [], named: [] },
    });
  });

  it("is all of 10,000, and of 10,001 the number alone: never a part that looks like all", async () => {
    const ids = await manySites(10_001);
    const all = await matchingSiteIds(sitesQuerySchema.parse({}));
    expect(all).toMatchObject({ total: 10_001, isTooMany: true, siteIds: [], publicSiteIds: [] });
    await rawRun("DELETE FROM `matomo_site` WHERE idsite = ?", [ids[10_000] ?? 0]);
    let fits: unknown;
    const statements = await statementsOf(async () => {
      fits = await matchingSiteIds(sitesQuerySchema.parse({}));
    });
    expect(fits).toMatchObject({ total: 10_000, isTooMany: false, siteIds: ids.slice(0, 10_000) });
    expect(statements).toHaveLength(2);
  });
});

describe("the groups and types to filter by", () => {
  it("are read as people wrote them, counted, and each finds its own sites", async () => {
    for (const group of ["A &amp;amp; B", "O&#039;Neill", "O&#39;Neill", "100%", "", ""]) await aSite({ group });
    await aSite({ type: "mobileapp" });
    const facets = await listSiteFacets();
    const counted = Object.fromEntries(facets.groups.map(({ value, sites }) => [value, sites]));
    expect(counted).toEqual({ "": 3, "100%": 1, "A &amp; B": 1, "O'Neill": 2 });
    expect(facets.types).toEqual([
      { value: "mobileapp", shown: "mobileapp", sites: 1 },
      { value: "website", shown: "website", sites: 6 },
    ]);
    for (const { value, sites } of facets.groups) expect((await list({ group: value })).matching).toBe(sites);
    expect([facets.moreGroups, facets.moreTypes]).toEqual([false, false]);
  });

  it("are shown without what turns them round, and asked for as they are stored", async () => {
    const group = "invoice\u202Efdp.exe";
    await aSite({ group });
    const [facet] = (await listSiteFacets()).groups;
    expect(facet).toEqual({ value: group, shown: "invoicefdp.exe", sites: 1 });
    expect((await list({ group })).matching).toBe(1);
  });

  it("are cut where there are very many, and that is said; two statements", async () => {
    const ids = await manySites(MAX_FACETS + 1);
    await rawRun("UPDATE `matomo_site` SET `group` = idsite WHERE idsite >= ?", [ids[0] ?? 0]);
    let facets: Awaited<ReturnType<typeof listSiteFacets>> | undefined;
    const statements = await statementsOf(async () => {
      facets = await listSiteFacets();
    });
    expect(statements).toHaveLength(2);
    expect(facets?.groups).toHaveLength(MAX_FACETS);
    expect([facets?.moreGroups, facets?.moreTypes]).toEqual([true, false]);
  });
});
