import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginOfDay } from "@/lib/platform/date-format";
import {
  ChangesByDay,
  type Day,
  daysBetween,
  EXPOSURE_TYPES,
  seriesOf,
  watchedWord,
} from "@/lib/reports/exposure/policy";

function daysOf(first: string, last: string, timeZone: string): Day[] {
  return daysBetween(first, last).map((day) => ({ day, begins: beginOfDay(day, timeZone) }));
}

type Told = [iso: string, type: string, sites: number];

function series(events: readonly Told[], facts: { publicNow: number; accounted?: number; days: readonly Day[] }) {
  const changes = new ChangesByDay(facts.days);
  for (const [iso, type, sites] of events) changes.add({ at: new Date(iso), type, sites });
  const { publicNow, accounted = publicNow, days } = facts;
  return seriesOf({ publicNow, accounted, days, changes: changes.all, watched: days.map(() => "full") });
}

const counts = ({ days }: ReturnType<typeof series>) => days.map((day) => [day.day, day.public]);

describe("public sites by the day", () => {
  const days = daysOf("2026-11-20", "2026-11-23", "Asia/Kathmandu");

  it("are counted back from now, each event on its day in the instance's zone", () => {
    const events: Told[] = [
      ["2026-11-20T10:00:00Z", "public-access.granted", 5],
      // 00:00 on the 21st in Kathmandu
      ["2026-11-20T18:15:00Z", "public-access.granted-outside", 2],
      ["2026-11-21T18:14:59Z", "public-access.revoked", 1],
      ["2026-11-23T01:00:00Z", "public-access.revoked-outside", 1],
    ];
    const seen = series(events, { publicNow: 12, days });
    expect(counts(seen)).toEqual([
      ["2026-11-20", 12],
      ["2026-11-21", 13],
      ["2026-11-22", 13],
      ["2026-11-23", 12],
    ]);
    expect(seen.days[1]).toMatchObject({ madePublic: 0, madePrivate: 1, outside: 2, outsidePublic: 2, marks: [] });
    expect(seen.days[3]).toMatchObject({ madePrivate: 0, outside: 1, outsidePublic: 0 });
  });

  it("fall with the lock and a pause and come back with the resume; what only ends is a mark", () => {
    const events: Told[] = [
      ["2026-11-21T06:00:00Z", "public-access.paused", 3],
      ["2026-11-21T07:00:00Z", "public-access.resumed", 3],
      ["2026-11-21T08:00:00Z", "public-access.paused", 3],
      ["2026-11-22T06:00:00Z", "public-access.pause-dropped", 3],
      ["2026-11-23T06:00:00Z", "public-access.locked", 0],
      ["2026-11-23T07:00:00Z", "public-access.unlocked", 0],
    ];
    const seen = series(events, { publicNow: 0, days });
    expect(seen.days.map((day) => [day.public, day.marks])).toEqual([
      [3, []],
      [0, ["blocked", "unblocked"]],
      [0, ["unblocked"]],
      [0, ["blocked", "unblocked"]],
    ]);
    expect(seen.days[1]).toMatchObject({ madePublic: 3, madePrivate: 6, outside: 0 });
  });

  it("are not moved by what changes no access: no end date, review, baseline or mending", () => {
    const others = ["baseline", "extended", "end-near", "kept", "lapse-near", "reduced-to-view", "rows-removed"];
    const events = others.map((name): Told => ["2026-11-22T06:00:00Z", `public-access.${name}`, 7]);
    expect(counts(series(events, { publicNow: 4, days })).map(([, count]) => count)).toEqual([4, 4, 4, 4]);
    expect(EXPOSURE_TYPES).toHaveLength(9);
  });

  it("that no event tells of yet are today's: they do not move the days before", () => {
    expect(counts(series([], { publicNow: 9, accounted: 6, days })).map(([, count]) => count)).toEqual([6, 6, 6, 9]);
  });

  it("are not made up where the log does not tell the whole story", () => {
    const events: Told[] = [["2026-11-22T06:00:00Z", "public-access.granted", 10]];
    const seen = series(events, { publicNow: 4, days });
    expect(counts(seen)).toEqual([
      ["2026-11-22", 4],
      ["2026-11-23", 4],
    ]);
    expect(seen.gapUntil?.toISOString()).toBe("2026-11-21T18:15:00.000Z");
  });

  it("belong to a day of 23 or 25 hours as to any other", () => {
    const autumn = daysOf("2026-10-24", "2026-10-26", "Europe/Berlin");
    const events: Told[] = [
      ["2026-10-24T22:00:00Z", "public-access.granted", 1],
      ["2026-10-25T22:59:59Z", "public-access.granted", 1],
      ["2026-10-25T23:00:00Z", "public-access.granted", 1],
    ];
    const seen = series(events, { publicNow: 3, days: autumn });
    expect(seen.days.map((day) => day.madePublic)).toEqual([0, 2, 1]);
    expect(counts(seen).map(([, count]) => count)).toEqual([0, 2, 3]);
  });

  it("of a time that lies outside, because the clock was wrong, belong to the nearest day", () => {
    const events: Told[] = [
      ["1970-01-01T00:00:00Z", "public-access.granted", 1],
      ["2099-01-01T00:00:00Z", "public-access.granted", 2],
    ];
    expect(series(events, { publicNow: 3, days }).days.map((day) => day.madePublic)).toEqual([1, 0, 0, 2]);
  });

  it("end with what is public now, and each day differs from the one before by exactly its changes", () => {
    const moment = fc.integer({ min: 0, max: 40 * 24 * 60 });
    const event = fc.tuple(moment, fc.constantFrom(...EXPOSURE_TYPES), fc.nat(20));
    const zone = fc.constantFrom("Asia/Kathmandu", "Europe/Berlin", "America/Santiago", "+12:45", "UTC");
    const story = fc.record({
      events: fc.array(event, { maxLength: 60 }),
      zone,
      publicNow: fc.nat(50),
      accounted: fc.nat(50),
    });
    fc.assert(
      fc.property(story, ({ events, zone: timeZone, publicNow, accounted }) => {
        const span = daysOf("2026-10-01", "2026-11-09", timeZone);
        const from = span[0]?.begins.getTime() ?? 0;
        const told = events.map(([minute, ...rest]): Told => [new Date(from + minute * 60_000).toISOString(), ...rest]);
        const { days: seen } = series(told, { publicNow, accounted, days: span });
        expect(seen.at(-1)).toMatchObject({ day: "2026-11-09", public: publicNow });
        const known = seen.map((day, index) => (index === seen.length - 1 ? accounted : day.public));
        for (const [index, day] of seen.entries()) {
          const before = known[index - 1];
          expect(known[index]).toBeGreaterThanOrEqual(0);
          const net = day.madePublic - day.madePrivate + 2 * day.outsidePublic - day.outside;
          if (before !== undefined) expect((known[index] ?? 0) - before).toBe(net);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it("a day is watched fully, partly or not, and unknown is none of them", () => {
  expect([1, 0.999, 0.001, 0, null].map(watchedWord)).toEqual(["full", "partly", "partly", "none", "unknown"]);
});

it("days follow each other across months and years", () => {
  expect(daysBetween("2027-12-30", "2028-01-01")).toEqual(["2027-12-30", "2027-12-31", "2028-01-01"]);
  expect(daysBetween("2028-02-28", "2028-03-01")).toHaveLength(3);
});
