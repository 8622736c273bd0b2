import { describe, expect, it } from "vitest";
import { listSites } from "@/lib/domain/public-access/queries";
import { type SitesQuery, sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { publish, signIn } from "@/tests/support/people";

useDatabase();

const list = (query: Partial<SitesQuery> = {}) => listSites(sitesQuerySchema.parse({ state: "all", ...query }));
const names = async (query: Partial<SitesQuery> = {}) => (await list(query)).rows.map((row) => row.name);

describe("the list of sites", () => {
  it("has the public sites first, then by name, with counts that count a site once", async () => {
    for (const name of ["Beta", "Alpha", "Delta"]) await aSite({ name });
    const zulu = await aSite({ name: "Zulu" });
    await anonymousAccess(zulu);
    await anonymousAccess(zulu, { login: "Anonymous" });
    await anonymousAccess(zulu, { access: "admin" });
    const page = await list();
    expect(page.rows.map((row) => [row.name, row.isPublic])).toEqual([
      ["Zulu", true],
      ["Alpha", false],
      ["Beta", false],
      ["Delta", false],
    ]);
    expect(page).toMatchObject({ matching: 4, totals: { sites: 4, public: 1 } });
    expect(page.rows[0]).toMatchObject({ worseLevels: ["admin"], publication: null });
  });

  it("shows the public ones where nothing is asked while any matches, and all where none does", async () => {
    const [open, shut] = [await aSite({ name: "Open data" }), await aSite({ name: "Closed data" })];
    await anonymousAccess(open);
    const asked = async (query: Partial<SitesQuery>) => {
      const { state, rows, matching, counts } = await list({ state: "auto", ...query });
      return {
        state,
        ids: rows.map((row) => row.id),
        matching,
        public: counts.public.total,
        private: counts.private.total,
      };
    };
    expect(await asked({})).toEqual({ state: "public", ids: [open], matching: 1, public: 1, private: 1 });
    expect(await asked({ q: "data" })).toEqual({ state: "public", ids: [open], matching: 1, public: 1, private: 1 });
    expect(await asked({ q: "closed" })).toEqual({ state: "all", ids: [shut], matching: 1, public: 0, private: 1 });
    expect(await asked({ page: 2 })).toEqual({ state: "public", ids: [], matching: 1, public: 1, private: 1 });
  });

  it("says by what a search found each site, and how many by what, on all pages", async () => {
    const named = await aSite({ name: "Museum", url: "https://museum.example" });
    const addressed = await aSite({ name: "Bilder", url: "https://museum.example" });
    const grouped = await aSite({ name: "Archiv", group: "Museums" });
    await anonymousAccess(grouped);
    const page = await list({ q: "MUSEUM", pageSize: 10 });
    expect(new Map(page.rows.map((row) => [row.id, row.matchedBy]))).toEqual(
      new Map([
        [named, "name"],
        [addressed, "url"],
        [grouped, "group"],
      ]),
    );
    expect(page.counts).toEqual({
      public: { total: 1, name: 0, url: 0, id: 0, group: 1 },
      private: { total: 2, name: 1, url: 1, id: 0, group: 0 },
    });
    const [byId] = (await list({ q: String(named) })).rows.filter((row) => row.id === named);
    expect(byId?.matchedBy).toBe("id");
    expect((await list()).rows.map((row) => row.matchedBy)).toEqual([null, null, null]);
  });

  it("does not count rows of sites that are gone, nor values that Matomo ignores", async () => {
    const id = await aSite();
    await anonymousAccess(id + 500);
    await anonymousAccess(id, { access: "VIEW" });
    await anonymousAccess(id, { access: null });
    expect((await list()).totals).toEqual({ sites: 1, public: 0 });
  });

  it("says unclear, never private, where anonymous has a value that the portal does not know (S50)", async () => {
    const sites: { id: number; access: string | null }[] = [];
    for (const access of [null, "tagmanager_write", "VIEW", "view ", "", "noaccess", "view"]) {
      const id = await aSite();
      await anonymousAccess(id, { access });
      sites.push({ id, access });
    }
    const none = await aSite();
    const { rows } = await list();
    const unclear = rows.filter((row) => row.isUnclear).map((row) => row.id);
    expect(unclear.sort((a, b) => a - b)).toEqual(sites.slice(0, 5).map((site) => site.id));
    expect(rows.find((row) => row.id === none)).toMatchObject({ isPublic: false, isUnclear: false });
    expect(rows.find((row) => row.id === sites.at(-1)?.id)).toMatchObject({ isPublic: true, isUnclear: false });
  });

  it("shows who made a site public, when, why, until when and through which channel", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await publish(anna, [await aSite()], { endsOn: "2099-01-01", reason: "open data" });
    const [row] = (await list()).rows;
    expect(row).toMatchObject({
      isPublic: true,
      publication: { channel: "portal", grantedBy: "anna", reason: "open data", until: "2099-01-02T00:00:00.000Z" },
    });
  });

  it("tells of a public site how much looked personal from outside, and of what is private or unknown nothing", async () => {
    const [seen, unread, hidden] = [await aSite(), await aSite(), await aSite()];
    await publish(await signIn(await aSuperUser()), [seen]);
    await anonymousAccess(unread);
    const look = { lookedAt: new Date(), dashboard: "shown", reports: "shown", visitsLog: "shown", userIds: "shown" };
    await testDb().probeSite.createMany({
      data: [seen, hidden].map((idsite) => ({ ...look, idsite, personal: "[]", personalCount: 3 })),
    });
    const counts = new Map((await list()).rows.map(({ id, personalCount }) => [id, personalCount]));
    expect([seen, unread, hidden].map((id) => counts.get(id))).toEqual([3, null, null]);
  });

  it("decodes names exactly once", async () => {
    await aSite({ name: "A &amp;amp; B" });
    await aSite({ name: "&lt;b&gt;Caf&amp;eacute;&lt;/b&gt; &quot;x&quot; O&#039;N" });
    expect(await names()).toEqual(['<b>Caf&eacute;</b> "x" O\'N', "A &amp; B"]);
  });

  it.each([
    ["part of a name", "ergie", ["Energie & Wasser"]],
    ["a name with a sign that Matomo stores escaped", "Energie & W", ["Energie & Wasser"]],
    ["a quote", "O'N", ["O'Neill"]],
    ["the group", "museum", ["Gallery"]],
    ["the address", "gallery.example", ["Gallery"]],
    ["a percent sign as itself", "100%", ["100% Solar"]],
    ["an underscore as itself", "a_b", ["a_b"]],
    ["an exclamation mark as itself", "!", ["Hey!"]],
    ["nothing that is there", "zzz", []],
    ["nothing by an emoji that is in no name, whatever the tables can hold", "🎉", []],
  ])("finds %s", async (_, q, expected) => {
    await aSite({ name: "Energie &amp; Wasser" });
    await aSite({ name: "O&#039;Neill" });
    await aSite({ name: "Gallery", group: "Museums", url: "https://gallery.example" });
    await aSite({ name: "100% Solar" });
    await aSite({ name: "100 Solar" });
    await aSite({ name: "a_b" });
    await aSite({ name: "axb" });
    await aSite({ name: "Hey!" });
    expect(await names({ q })).toEqual(expected);
    expect((await list({ q })).matching).toBe(expected.length);
  });

  it("finds a site by its id, and shows one site alone by its id", async () => {
    const id = await aSite({ idsite: 4711, name: "By id" });
    await aSite({ name: "Other" });
    expect(await names({ q: "4711" })).toEqual(["By id"]);
    expect(await list({ site: sitesQuerySchema.parse({ site: id }).site })).toMatchObject({
      matching: 1,
      rows: [{ id }],
    });
  });

  it("pages in the database without losing or doubling a row", async () => {
    for (let n = 0; n < 23; n++) await aSite({ name: `Same name ${n % 2}` });
    const pages = await Promise.all([1, 2, 3].map((page) => list({ page, pageSize: 10 })));
    expect(pages.map((page) => page.rows.length)).toEqual([10, 10, 3]);
    expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.id))).size).toBe(23);
  });

  it("filters by state", async () => {
    const id = await aSite({ name: "Open" });
    await aSite({ name: "Closed" });
    await anonymousAccess(id);
    expect(await names({ state: "public" })).toEqual(["Open"]);
    expect(await names({ state: "private" })).toEqual(["Closed"]);
    expect(await list({ state: "private" })).toMatchObject({ matching: 1 });
  });

  it("reads sites whose creation date is a zero date or missing", async () => {
    await aSite({ name: "No date", createdAt: null });
    expect((await list()).rows).toMatchObject([{ createdAt: null }]);
  });

  it("says when the watch last looked, and that the user anonymous is missing", async () => {
    expect(await list()).toMatchObject({ lastWatchAt: null, anonymousUser: "present" });
    await runWatch();
    await rawRun("DELETE FROM `matomo_user` WHERE login = 'anonymous'");
    expect(await list()).toMatchObject({ anonymousUser: "missing" });
  });

  it.each(["`matomo_site`", "`matomo_access`", "`portal_publication`", "`portal_outbox`"])(
    "is a failure and never an empty list when %s cannot be read",
    async (table) => {
      await aSite();
      const away = table.replace(/`$/, "_away`");
      await rawRun(`ALTER TABLE ${table} RENAME TO ${away}`);
      await expect(list().finally(() => rawRun(`ALTER TABLE ${away} RENAME TO ${table}`))).rejects.toMatchObject({
        code: "schema_not_understood",
      });
    },
  );
});
