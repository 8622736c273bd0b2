import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextOrder } from "@/components/public-access/list/sort-header";
import {
  paramsOf,
  readSitesAddress,
  sitesPath,
  withoutFilters,
} from "@/components/public-access/page-state/sites-address";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";

const read = (query: string) => readSitesAddress(new URLSearchParams(query));

const NAMES = [
  "q",
  "state",
  "group",
  "type",
  "channel",
  "attention",
  "sort",
  "dir",
  "site",
  "page",
  "pageSize",
  "details",
];

describe("the address of the list", () => {
  it("says nothing when nothing is asked", () => {
    expect(sitesPath(read(""))).toBe("/public-access");
    expect(read("").query).toEqual(sitesQuerySchema.parse({}));
  });

  it("says everything that can be asked, and reads it back", () => {
    const said =
      "/public-access?q=caf%C3%A9+%26+bar&state=public&group=Shops&type=website&channel=outside&attention=ending-soon&sort=until&dir=desc&page=3&pageSize=200&details=12";
    expect(sitesPath(read(said.split("?")[1] ?? ""))).toBe(said);
  });

  it("tells sites without a group from any group", () => {
    expect(read("group=").query.group).toBe("");
    expect(read("").query.group).toBeNull();
    expect(sitesPath(read("group="))).toBe("/public-access?group=");
  });

  it.each([
    ["page=0", "page", 1],
    ["page=-3", "page", 1],
    ["page=1e9", "page", 1],
    ["page=99999999999999999999", "page", 1],
    ["page=2&page=7", "page", 2],
    ["pageSize=1000000", "pageSize", 50],
    ["pageSize=51", "pageSize", 50],
    ["site=0", "site", null],
    ["site=4294967296", "site", null],
    ["site=12abc", "site", null],
    ["site=%D9%A3", "site", null],
    ["state=PUBLIC", "state", "auto"],
    ["state=constructor", "state", "auto"],
    ["channel=__proto__", "channel", null],
    ["sort=name;drop table site", "sort", null],
    ["dir=desc", "dir", "asc"],
    [`group=${"x".repeat(251)}`, "group", null],
    ["type=", "type", null],
  ])("leaves out what makes no sense: %s", (query, name, value) => {
    expect(read(query).query).toMatchObject({ [name]: value });
  });

  it("cuts a search that is too long instead of refusing it", () => {
    expect(read(`q=${"a".repeat(5_000)}`).query.q).toHaveLength(200);
  });

  it("asks the server nothing that it refuses, whatever the address says", () => {
    const anything = fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.integer().map(String)),
    );
    fc.assert(
      fc.property(anything, (given) => {
        const { query } = readSitesAddress(paramsOf(given));
        const asText = { ...query, site: query.site?.toString() ?? null };
        const asked = { ...asText, page: String(query.page), pageSize: String(query.pageSize) };
        expect(sitesQuerySchema.parse(asked)).toEqual(query);
      }),
      { numRuns: 40 },
    );
  });

  it("comes back the same, so that going back shows the same list", () => {
    const anything = fc.dictionary(fc.constantFrom(...NAMES), fc.string());
    fc.assert(
      fc.property(anything, (given) => {
        const address = readSitesAddress(paramsOf(given));
        const [, query = ""] = sitesPath(address).split("?");
        expect(read(query)).toEqual(address);
      }),
    );
  });

  it.each(["12\u2069", "\u206812\u2069", "\u200F12\u200E", "1\u200B2"])(
    "leads to the site though a mail program took unseen characters into the link (%j)",
    (id) => {
      expect(read(`site=${encodeURIComponent(id)}`).query.site).toBe(12);
      expect(read(`details=${encodeURIComponent(id)}`).details).toBe(12);
      expect(sitesQuerySchema.parse({ site: id }).site).toBe(12);
    },
  );

  it("takes the first of a name that is there twice, on the server as in the browser", () => {
    expect(paramsOf({ q: ["one", "two"], page: undefined }).toString()).toBe("q=one");
  });

  it("without filters keeps how the list is sorted and cut", () => {
    const { query } = read("q=x&state=private&group=Shops&site=4&sort=name&dir=desc&page=9&pageSize=200");
    expect(sitesPath({ query: withoutFilters(query), details: null })).toBe(
      "/public-access?sort=name&dir=desc&pageSize=200",
    );
  });
});

describe("the head of a column", () => {
  it("sorts up, then down, then as the list was", () => {
    const once = nextOrder({ sort: null, dir: "asc" }, "until");
    const twice = nextOrder(once, "until");
    expect([once, twice, nextOrder(twice, "until")]).toEqual([
      { sort: "until", dir: "asc" },
      { sort: "until", dir: "desc" },
      { sort: null, dir: "asc" },
    ]);
    expect(nextOrder({ sort: "name", dir: "desc" }, "until")).toEqual({ sort: "until", dir: "asc" });
  });
});
