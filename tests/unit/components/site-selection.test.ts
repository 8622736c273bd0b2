import { describe, expect, it } from "vitest";
import {
  actionsOn,
  asRead,
  choosing,
  choosingAll,
  leavingOut,
  NOTHING_CHOSEN,
  namedSites,
} from "@/components/public-access/selection/selection";
import type { SiteRow } from "@/lib/domain/public-access/schema";

function row(id: number, isPublic: boolean): SiteRow {
  return {
    ...{ id, name: `Site ${id}`, url: "", group: "", type: "website", createdAt: null, isPublic, isUnclear: false },
    ...{ worseLevels: [], publication: null, personalCount: null, strangerUrl: null, matchedBy: null },
  };
}
const ids = (sites: readonly { id: number }[]) => sites.map((site) => site.id);

describe("choosing sites", () => {
  it("keeps what was chosen on another page or in another search", () => {
    const first = choosing(NOTHING_CHOSEN, [row(1, false)]);
    const both = choosing(first, [row(2, false)]);
    expect([...both.keys()]).toEqual([1, 2]);
    expect([...asRead(both, [row(7, true)]).keys()]).toEqual([1, 2]);
    expect([...leavingOut(both, [1]).keys()]).toEqual([2]);
  });

  it("offers each action with its own sites, and never turns one around", () => {
    const { toPublish, toMakePrivate } = actionsOn(
      choosing(NOTHING_CHOSEN, [row(1, false), row(2, true), row(3, false)]),
    );
    expect(ids(toPublish)).toEqual([1, 3]);
    expect(ids(toMakePrivate)).toEqual([2]);
  });

  it("drops a site that turned since: chosen to be made private, it is never published by that", () => {
    const chosen = choosing(NOTHING_CHOSEN, [row(1, false), row(2, true)]);
    expect([...asRead(chosen, [row(1, true), row(2, false)]).keys()]).toEqual([]);
    expect(asRead(chosen, [row(1, false), row(2, true)])).toBe(chosen);
  });

  const matching = {
    ...{ total: 3, isTooMany: false, siteIds: [4, 5, 6], publicSiteIds: [5] },
    named: [{ id: 6, name: "Podcast" }],
  };

  it("chooses all that match, those with a name first", () => {
    const all = choosingAll(matching, true);
    expect([...all.keys()]).toEqual([6, 4, 5]);
    expect(ids(actionsOn(all).toMakePrivate)).toEqual([5]);
    expect(namedSites([...all.values()], (id) => `Site ${id}`)).toEqual([
      { id: 6, name: "Podcast" },
      { id: 4, name: "Site 4" },
      { id: 5, name: "Site 5" },
    ]);
  });

  it("chooses no private site while nothing may be public", () => {
    expect([...choosingAll(matching, false).keys()]).toEqual([5]);
  });

  it("stays quick with as many sites as one change may touch", () => {
    const siteIds = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const all = choosingAll({ ...matching, siteIds, publicSiteIds: [], total: siteIds.length, named: [] }, true);
    expect(all.size).toBe(10_000);
    expect(leavingOut(all, [17]).size).toBe(9_999);
  });
});
