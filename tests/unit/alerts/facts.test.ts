import { beforeAll, describe, expect, it } from "vitest";
import { commonFacts, firstByName, siteFacts, siteLink } from "@/lib/alerts/facts";
import { portalEnv } from "./portal-env";

beforeAll(() => portalEnv());

const site = (id: number, name: string) => ({ id, name, url: `https://site-${id}.example` });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => site(count - index, `Site ${String(count - index).padStart(3, "0")}`));

describe("the sites named in a mail", () => {
  it.each([
    [1, 1],
    [50, 50],
    [51, 50],
    [1_000, 50],
  ])("of %i are %i, and the mail still says how many there are", (total, named) => {
    const facts = siteFacts(many(total));
    expect(facts.total).toBe(total);
    expect(facts.sites).toHaveLength(named);
    expect(facts.sites[0]).toEqual({
      ...{ id: 1, name: "Site 001", url: "https://site-1.example" },
      link: "https://portal.example/public-access?site=1",
    });
  });

  it("are none when there is none", () => {
    expect(siteFacts([])).toEqual({ sites: [], total: 0 });
  });

  it("are the first by name as people sort, then by id", () => {
    const read = [
      site(9, "zebra"),
      site(5, "Öl"),
      site(2, "apple"),
      site(8, "Banana"),
      site(1, "zebra"),
      site(4, "10"),
    ];
    expect(firstByName(read).map((one) => one.name)).toEqual(["10", "apple", "Banana", "Öl", "zebra", "zebra"]);
    expect(firstByName(read).map((one) => one.id)).toEqual([4, 2, 8, 5, 1, 9]);
  });

  it("come in the same order whatever order they were read in, and leave what was read as it was", () => {
    const read = Object.freeze(many(60));
    expect(firstByName(read)).toEqual(firstByName([...read].reverse()));
    expect(read[0]?.id).toBe(60);
  });
});

describe("the links of a mail", () => {
  it("land in the portal, on the site's row, and carry no secret", () => {
    expect(siteLink(12)).toBe("https://portal.example/public-access?site=12");
    const { links, host } = commonFacts(new Date("2026-11-23T22:28:00Z"), "Europe/Berlin");
    expect(links).toEqual({
      publicAccess: "https://portal.example/public-access?state=public",
      activity: "https://portal.example/activity",
    });
    expect(host).toBe("matomo.example");
  });

  it("stand beside the moment in UTC and in the instance's zone", () => {
    expect(commonFacts(new Date("2026-11-23T22:28:00Z"), "Europe/Berlin").at).toEqual({
      utc: "2026-11-23 22:28 UTC",
      local: "2026-11-23 23:28 (Europe/Berlin)",
    });
  });
});
