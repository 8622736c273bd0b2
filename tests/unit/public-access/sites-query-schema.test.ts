import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";

const parse = (query: Record<string, unknown>) => sitesQuerySchema.safeParse(query);
const GARBAGE = [
  "",
  " ",
  "NaN",
  "abc",
  "1e3",
  "0x10",
  " 1",
  "1 ",
  "+1",
  "1.0",
  "1,2",
  "-1",
  "0",
  "Infinity",
  "9".repeat(20),
];

describe("the query for a page of sites", () => {
  it("has a default for everything that is not said", () => {
    expect(sitesQuerySchema.parse({})).toEqual({
      ...{ q: "", state: "auto", site: null, page: 1, pageSize: 50 },
      ...{ group: null, type: null, channel: null, attention: null, sort: null, dir: "asc" },
    });
  });

  it("is read from text, as it stands in an address", () => {
    const filters = { group: " Shops ", type: "website", channel: "outside", attention: "ending-soon" };
    const sorting = { sort: "until", dir: "desc" };
    const numbers = { site: "12", page: "3", pageSize: "200" };
    expect(parse({ q: " shop ", state: "public", ...numbers, ...filters, ...sorting }).data).toEqual({
      ...{ ...filters, ...sorting, q: "shop" },
      state: "public",
      site: 12,
      page: 3,
      pageSize: 200,
    });
  });

  it("is read from numbers, as the page itself asks", () => {
    expect(parse({ site: 12, page: 3, pageSize: 10 }).data).toMatchObject({ site: 12, page: 3, pageSize: 10 });
    expect(parse({ site: null }).data).toMatchObject({ site: null });
  });

  it.each(["page", "pageSize", "site"])("is refused when %s is no plain number", (name) => {
    for (const value of [...GARBAGE, Number.NaN, 1.5, -1, 0, true, [], ["7"], {}]) {
      expect(parse({ [name]: value }).error?.issues[0]?.path, `${name}=${JSON.stringify(value)}`).toEqual([name]);
    }
  });

  it.each([
    ["page", "1", "1000000", "1000001"],
    ["pageSize", "10", "200", "201"],
    ["site", "1", "4294967295", "4294967296"],
  ])("keeps %s within %s and %s", (name, least, most, tooMuch) => {
    expect(parse({ [name]: least }).success).toBe(true);
    expect(parse({ [name]: most }).success).toBe(true);
    expect(parse({ [name]: tooMuch }).success).toBe(false);
  });

  it("is refused for a state that does not exist and for a search of more than 200 characters", () => {
    expect(parse({ state: "secret" }).success).toBe(false);
    expect(parse({ q: "x".repeat(200) }).success).toBe(true);
    expect(parse({ q: "x".repeat(201) }).success).toBe(false);
  });

  it.each([
    ["channel", "portal", "Portal"],
    ["attention", "never-confirmed", "all"],
    ["sort", "created", "main_url"],
    ["dir", "desc", "DESC; DROP TABLE x"],
    ["group", "x".repeat(250), "x".repeat(251)],
    ["type", "x".repeat(255), "x".repeat(256)],
  ])("takes for %s only what there is", (name, known, unknown) => {
    expect(parse({ [name]: known }).success).toBe(true);
    expect(parse({ [name]: unknown }).error?.issues[0]?.path).toEqual([name]);
    expect(parse({ [name]: [known] }).success).toBe(false);
  });

  it("tells the sites without a group from the sites of any group", () => {
    expect(parse({ group: "" }).data?.group).toBe("");
    expect(parse({ group: null }).data?.group).toBeNull();
  });

  it("never yields a number that is not one, whatever the address says", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(...GARBAGE), fc.integer().map(String), fc.double().map(String));
    fc.assert(
      fc.property(fc.record({ page: text, pageSize: text, site: text }, { requiredKeys: [] }), (query) => {
        const { data } = parse(query);
        if (!data) return;
        for (const value of [data.page, data.pageSize, data.site ?? 1]) {
          expect(Number.isSafeInteger(value)).toBe(true);
          expect(value).toBeGreaterThan(0);
        }
      }),
    );
  });
});
