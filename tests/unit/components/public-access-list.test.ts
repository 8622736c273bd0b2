import { describe, expect, it } from "vitest";
import { filtersOf } from "@/components/public-access/filters/filters-of";
import { readSitesAddress } from "@/components/public-access/page-state/sites-address";
import { nearEnd } from "@/components/public-access/row/near-end";
import { rowKey } from "@/components/public-access/row/row-key";
import { watchState } from "@/components/public-access/status/watch-state";

const AS_OF = "2026-11-24T06:00:00.000Z";
const before = (minutes: number) => new Date(Date.parse(AS_OF) - minutes * 60_000).toISOString();
const inHours = (hours: number) => before(-hours * 60);

describe("the status of monitoring", () => {
  it("E45: is late after three intervals without a look, whatever the interval", () => {
    const state = (watchInterval: number, minutes: number) =>
      watchState({ watchInterval, asOf: AS_OF, lastWatchAt: before(minutes) });
    expect([state(5, 15), state(5, 16), state(60, 179), state(60, 181)]).toEqual(["awake", "late", "awake", "late"]);
  });

  it("is never called late when it never ran: that is worse", () => {
    expect(watchState({ watchInterval: 5, asOf: AS_OF, lastWatchAt: null })).toBe("never");
  });
});

describe("an end date in the list", () => {
  it("is marked from seven days before on, with the days left", () => {
    expect(nearEnd(inHours(7 * 24 + 1), AS_OF)).toBeNull();
    expect(nearEnd(inHours(7 * 24), AS_OF)).toEqual({ tone: "caution", is: "near", days: 7 });
    expect(nearEnd(inHours(25), AS_OF)).toMatchObject({ days: 1 });
    expect(nearEnd(inHours(23), AS_OF)).toMatchObject({ days: 0 });
  });

  it("that has passed is said in red: the site is still public", () => {
    expect(nearEnd(AS_OF, AS_OF)).toEqual({ tone: "danger", is: "over" });
  });
});

describe("keys on a row", () => {
  it("go from row to row and stop at both ends", () => {
    const to = (key: string, index: number) => rowKey(key, index, 50, false);
    expect(to("ArrowDown", 3)).toEqual({ does: "go", to: 4 });
    expect(to("ArrowUp", 0)).toEqual({ does: "go", to: 0 });
    expect(to("PageDown", 45)).toEqual({ does: "go", to: 49 });
    expect(to("PageUp", 12)).toEqual({ does: "go", to: 2 });
    expect(to("Home", 30)).toEqual({ does: "go", to: 0 });
    expect(to("End", 30)).toEqual({ does: "go", to: 49 });
  });

  it("open with the arrow that points into the line, right to left, too", () => {
    expect(rowKey("ArrowRight", 0, 1, false)).toEqual({ does: "open" });
    expect(rowKey("ArrowLeft", 0, 1, true)).toEqual({ does: "open" });
    expect(rowKey("ArrowLeft", 0, 1, false)).toBeNull();
    expect(rowKey("ArrowRight", 0, 1, true)).toBeNull();
    expect(rowKey("Enter", 0, 1, true)).toEqual({ does: "open" });
  });

  it("choose with the space bar, and leave all others to the browser", () => {
    expect(rowKey(" ", 0, 1, false)).toEqual({ does: "choose" });
    for (const key of ["a", "Tab", "Delete", "Escape"]) expect(rowKey(key, 0, 1, false)).toBeNull();
  });
});

describe("the filters in force", () => {
  it("count the sites without a group as one", () => {
    const { query } = readSitesAddress(new URLSearchParams("group=&attention=never-confirmed&q=x"));
    expect(filtersOf(query)).toEqual([
      { name: "group", value: "" },
      { name: "attention", value: "never-confirmed" },
    ]);
  });
});
