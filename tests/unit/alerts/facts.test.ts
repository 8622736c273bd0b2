import { beforeAll, describe, expect, it } from "vitest";
import { commonFacts, siteFacts, siteLink } from "@/lib/messaging/alerts/facts";
import { portalEnv } from "./portal-env";

beforeAll(() => portalEnv());

describe("the sites named in a mail", () => {
  it("are linked to their rows, and the mail says how many there are in all", () => {
    const named = [{ id: 12, name: "Shop", url: "https://shop.example" }];
    expect(siteFacts({ siteIds: [12, 13, 14], named })).toEqual({
      sites: [{ ...named[0], link: "https://portal.example/public-access?site=12" }],
      total: 3,
    });
    expect(siteFacts({ siteIds: [], named: [] })).toEqual({ sites: [], total: 0 });
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
