import { describe, expect, it } from "vitest";
import { BlockPeriods } from "@/lib/reports/statement/block-periods";
import { type Bounds, boundsOf } from "@/lib/reports/statement/policy";
import { PublicPeriodTracker } from "@/lib/reports/statement/public-period-tracker";
import * as made from "./entries";

const AFTERWARDS = new Date("2027-01-01T00:00:00Z");

function october(timeZone = "UTC"): Bounds {
  const bounds = boundsOf("2026-10", timeZone, AFTERWARDS);
  if (!bounds) throw new Error("no bounds");
  return bounds;
}

function stretches(story: Parameters<typeof made.entries>[0], bounds = october()) {
  const book = new PublicPeriodTracker(bounds);
  for (const entry of made.entries(story)) book.add(entry);
  return book.finish().map(({ period: stretch }) => stretch);
}

const DAY = 86_400;

describe("a site was public", () => {
  it("since before the month and is still: all of the month", () => {
    expect(stretches([made.granted("2026-09-20T10:00Z", [7], "anna", "2027-01-01T00:00:00.000Z")])).toEqual([
      {
        ...{ siteId: 7, name: "Shop 7", nameFrom: "event", url: "https://x.example" },
        ...{ since: "2026-09-20T10:00:00.000Z", until: null, secondsWithin: 31 * DAY },
        ...{ channel: "portal", publishedBy: "anna", publishedSeq: 1, plannedEnd: "2027-01-01T00:00:00.000Z" },
        ...{ began: { how: "granted", seq: 1, by: "anna" }, extendedSeqs: [], ended: null },
      },
    ]);
  });

  it("and was made private in the month, by whom and by which event", () => {
    const story = [made.granted("2026-09-20T10:00Z", [7]), made.revoked("2026-10-03T00:00Z", [7])];
    expect(stretches(story)).toMatchObject([
      { secondsWithin: 2 * DAY, until: "2026-10-03T00:00:00.000Z", ended: { how: "super-user", seq: 2, by: "bob" } },
    ]);
  });

  it("twice in a month: two periods", () => {
    const story = [
      made.granted("2026-10-02T00:00Z", [7], "anna"),
      made.revoked("2026-10-03T00:00Z", [7]),
      made.granted("2026-10-05T00:00Z", [7], "bob"),
    ];
    expect(stretches(story)).toMatchObject([
      { publishedBy: "anna", secondsWithin: DAY, until: "2026-10-03T00:00:00.000Z" },
      { publishedBy: "bob", secondsWithin: 27 * DAY, until: null },
    ]);
  });

  it("outside: nobody knows by whom, and it says so", () => {
    const story = [made.appeared("2026-10-02T00:00Z", [7]), made.vanished("2026-10-04T00:00Z", [7])];
    expect(stretches(story)).toMatchObject([
      {
        ...{ channel: "outside", publishedBy: null, began: { how: "outside", by: null } },
        ended: { how: "outside", by: null },
      },
    ]);
  });

  it("before the portal came: nobody knows by whom", () => {
    expect(stretches([made.baseline("2026-10-10T00:00Z", [7])])).toMatchObject([
      { channel: "before-portal", publishedBy: null, secondsWithin: 22 * DAY, began: { how: "before-portal" } },
    ]);
  });

  it("until its end date, which another event had moved", () => {
    const end = "2026-10-20T00:00:00.000Z";
    const story = [
      made.granted("2026-09-20T00:00Z", [7], "anna", "2026-10-01T00:00:00.000Z"),
      made.extended("2026-09-25T00:00Z", [7], end),
      made.revoked(end, [7], null),
    ];
    expect(stretches(story)).toMatchObject([
      { plannedEnd: end, extendedSeqs: [2], ended: { how: "expired", seq: 3, by: null } },
    ]);
  });

  it("with a pause in between: who published it and why is not forgotten", () => {
    const story = [
      made.appeared("2026-09-01T00:00Z", [8]),
      made.granted("2026-09-20T00:00Z", [7], "anna", "2027-01-01T00:00:00.000Z"),
      made.paused("2026-10-02T00:00Z", [7, 8]),
      made.resumed("2026-10-04T00:00Z", [7, 8]),
    ];
    expect(stretches(story)).toMatchObject([
      { siteId: 7, secondsWithin: DAY, ended: { how: "paused", by: "bob" } },
      {
        ...{ siteId: 7, secondsWithin: 28 * DAY, publishedBy: "anna", publishedSeq: 2 },
        ...{ plannedEnd: "2027-01-01T00:00:00.000Z", began: { how: "resumed", seq: 4, by: "carol" } },
      },
      { siteId: 8, ended: { how: "paused" } },
      { siteId: 8, channel: "outside", publishedBy: null, publishedSeq: 1, began: { how: "resumed" } },
    ]);
  });

  it("although no event tells how it became so: a period of unknown beginning, and never none", () => {
    expect(stretches([made.revoked("2026-10-03T00:00Z", [7])])).toMatchObject([
      { since: null, secondsWithin: null, channel: "unknown", began: null, ended: { how: "super-user", seq: 1 } },
    ]);
  });

  it("for a moment: it was", () => {
    const story = [made.granted("2026-10-03T00:00Z", [7]), made.revoked("2026-10-03T00:00Z", [7])];
    expect(stretches(story)).toMatchObject([{ secondsWithin: 0 }]);
  });
});

describe("what is of another month", () => {
  it.each([
    ["over before", [made.granted("2026-09-01T00:00Z", [7]), made.revoked("2026-09-30T23:59Z", [7])]],
    ["over at its first moment", [made.granted("2026-09-01T00:00Z", [7]), made.revoked("2026-10-01T00:00Z", [7])]],
    ["made private before, by an event that knows no beginning", [made.revoked("2026-09-01T00:00Z", [7])]],
  ])("is not told: %s", (_, story) => {
    expect(stretches(story)).toEqual([]);
  });

  it("an event that carries a time to come counts: the clock was wrong, and the site was public", () => {
    expect(stretches([made.granted("2031-01-01T00:00Z", [7])])).toMatchObject([{ siteId: 7, until: null }]);
  });
});

it("names sites that the first event left out by the event that names them", () => {
  const many = Array.from({ length: 60 }, (_, index) => index + 1);
  const story = [made.granted("2026-10-01T00:00Z", many), made.revoked("2026-10-02T00:00Z", [60])];
  const periods = stretches(story);
  expect(periods.find(({ siteId }) => siteId === 60)).toMatchObject({ name: "Shop 60", nameFrom: "event" });
  expect(periods.find(({ siteId }) => siteId === 59)).toMatchObject({ name: null, nameFrom: "unknown" });
});

it("10,000 sites through a month of pauses are told in a moment", () => {
  const all = Array.from({ length: 10_000 }, (_, index) => index + 1);
  const story = [made.granted("2026-09-01T00:00Z", all)];
  for (let day = 1; day <= 5; day += 1) {
    story.push(made.paused(`2026-10-1${day}T00:00Z`, all), made.resumed(`2026-10-1${day}T06:00Z`, all));
  }
  expect(stretches(story)).toHaveLength(60_000);
});

describe("the month", () => {
  it.each([
    ["2026-10", "Europe/Berlin", "2026-09-30T22:00:00.000Z", "2026-10-31T23:00:00.000Z", 31 * 24 + 1],
    ["2026-03", "Europe/Berlin", "2026-02-28T23:00:00.000Z", "2026-03-31T22:00:00.000Z", 31 * 24 - 1],
    ["2026-12", "Asia/Kathmandu", "2026-11-30T18:15:00.000Z", "2026-12-31T18:15:00.000Z", 31 * 24],
    ["2028-02", "+05:30", "2028-01-31T18:30:00.000Z", "2028-02-29T18:30:00.000Z", 29 * 24],
  ])("%s in %s is as long as it was", (month, zone, from, to, hours) => {
    const bounds = boundsOf(month, zone, new Date("2030-01-01T00:00:00Z"));
    expect([bounds?.from.toISOString(), bounds?.to.toISOString(), bounds?.complete]).toEqual([from, to, true]);
    expect(((bounds?.to.getTime() ?? 0) - (bounds?.from.getTime() ?? 0)) / 3_600_000).toBe(hours);
  });

  it("that runs ends now, and one to come has no bounds", () => {
    const at = new Date("2026-10-31T23:30:00Z");
    expect(boundsOf("2026-11", "Europe/Berlin", at)).toMatchObject({ to: at, complete: false });
    expect(boundsOf("2026-11", "UTC", at)).toBeNull();
  });

  it("belongs to the zone: what was public for its last hour in Berlin only is told there only", () => {
    const story = [made.granted("2026-09-30T22:10Z", [7]), made.revoked("2026-09-30T22:40Z", [7])];
    expect(stretches(story, october("Europe/Berlin"))).toHaveLength(1);
    expect(stretches(story)).toEqual([]);
  });
});

describe("the lock and pauses", () => {
  const touching = (blocks: BlockPeriods, story: Parameters<typeof made.entries>[0]) => {
    for (const entry of made.entries(story)) blocks.add(entry);
    return blocks.all;
  };

  it("are told when they touch the month", () => {
    const story = [
      made.locked("2026-08-01T00:00Z", []),
      made.unlocked("2026-08-02T00:00Z"),
      made.locked("2026-09-30T00:00Z", [7]),
      made.unlocked("2026-10-02T00:00Z"),
      made.locked("2026-10-05T00:00Z", []),
    ];
    expect(touching(new BlockPeriods("locks", october()), story)).toMatchObject([
      { since: "2026-09-30T00:00:00.000Z", by: "bob", endedBy: "anna", ended: "lifted", seqs: [3, 4] },
      { since: "2026-10-05T00:00:00.000Z", until: null, ended: null, seqs: [5] },
    ]);
  });

  it("a pause that put more aside is one pause", () => {
    const story = [
      made.paused("2026-10-02T00:00Z", [7]),
      made.paused("2026-10-03T00:00Z", [8]),
      made.resumed("2026-10-04T00:00Z", [7, 8]),
    ];
    expect(touching(new BlockPeriods("pauses", october()), story)).toMatchObject([
      { since: "2026-10-02T00:00:00.000Z", until: "2026-10-04T00:00:00.000Z", ended: "resumed", seqs: [1, 2, 3] },
    ]);
  });
});
