import { describe, expect, it } from "vitest";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { aSite } from "@/tests/support/builders";
import { testDb, useDatabase } from "@/tests/support/database";

useDatabase();

describe("the sites of a change", () => {
  it("are named as people sort, decoded once, by id where names are the same", async () => {
    for (const [idsite, name] of [
      [9, "zebra"],
      [2, "Apple &amp; Pear"],
      [8, "Banana"],
      [1, "zebra"],
    ] as const) {
      await aSite({ idsite, name });
    }
    const { siteIds, named } = await describeSites(testDb(), [1, 2, 8, 9]);
    expect(siteIds).toEqual([1, 2, 8, 9]);
    expect(named.map((site) => [site.id, site.name])).toEqual([
      [2, "Apple & Pear"],
      [8, "Banana"],
      [1, "zebra"],
      [9, "zebra"],
    ]);
  });

  it("are fifty of sixty, and all sixty by id", async () => {
    const ids: number[] = [];
    for (let n = 10; n < 70; n++) ids.push(await aSite({ name: `Site ${n}` }));
    const { siteIds, named } = await describeSites(testDb(), ids);
    expect(siteIds).toHaveLength(60);
    expect(named.map((site) => site.name)).toEqual(ids.slice(0, 50).map((_, index) => `Site ${index + 10}`));
  });

  it("keep the id of a site that Matomo has deleted, and say so", async () => {
    const id = await aSite({ name: "Still there" });
    const { named } = await describeSites(testDb(), [id, id + 1]);
    expect(named).toMatchObject([
      { id, name: "Still there" },
      { id: id + 1, name: `Site ${id + 1} (deleted in Matomo)` },
    ]);
  });

  it("are none of none", async () => {
    expect(await describeSites(testDb(), [])).toEqual({ siteIds: [], named: [] });
  });
});
