import { describe, expect, it } from "vitest";
import { summaryLabel, tickLabel, tipLabel } from "@/components/activity/exposure-labels";
import { bucketsOf, MOST, markKinds, pictureOf } from "@/components/activity/exposure-picture";
import type { ExposureDay } from "@/lib/reports/exposure/schema";
import { languages } from "@/messages/catalogue";
import { formatterOf, translatorOf } from "@/tests/support/translator-of";

const wordsIn = (language: string) => ({ t: translatorOf("activity", language), format: formatterOf(language) });
const english = wordsIn("en");
const QUIET = { public: 3, madePublic: 0, madePrivate: 0, outside: 0, outsidePublic: 0, marks: [], watched: "full" };

function dayOf(index: number, facts: Partial<ExposureDay> = {}): ExposureDay {
  const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
  return { day, ...QUIET, marks: [], watched: "full", ...facts };
}

const days = (count: number, facts: (index: number) => Partial<ExposureDay> = () => ({})) =>
  Array.from({ length: count }, (_, index) => dayOf(index, facts(index)));

/** The corners of a path. */
function cornersOf(path: string): [number, number][] {
  return Array.from(path.matchAll(/([\d.]+),([\d.]+)/g), ([, x, y]) => [Number(x), Number(y)]);
}

describe("the picture of exposure", () => {
  it("draws a single day over the whole width", () => {
    const { line, plot, slots } = pictureOf(days(1), false);
    const corners = cornersOf(line);
    expect(corners.at(0)?.[0]).toBe(plot.start);
    expect(corners.at(-1)?.[0]).toBe(plot.end);
    expect(slots).toHaveLength(1);
  });

  it("steps at the beginning of the day on which the number changed, and stays within the plot", () => {
    const { line, plot } = pictureOf(
      days(4, (index) => ({ public: index < 2 ? 0 : 8 })),
      false,
    );
    const middle = (plot.start + plot.end) / 2;
    const corners = cornersOf(line);
    expect(corners.filter(([x]) => x === middle).map(([, y]) => y)).toEqual([plot.bottom, plot.top]);
    for (const [, y] of corners) expect(y).toBeGreaterThanOrEqual(plot.top);
  });

  it("draws nothing public as a line at the bottom, under an axis that still has numbers", () => {
    const { line, plot, yTicks } = pictureOf(
      days(10, () => ({ public: 0 })),
      false,
    );
    for (const [, y] of cornersOf(line)) expect(y).toBe(plot.bottom);
    expect(yTicks.map(({ value }) => value)).toEqual([0, 1]);
  });

  it("hatches what was not watched in one piece, and what is not known differently", () => {
    const watched = ["unknown", "unknown", "full", "none", "partly", "full"] as const;
    const { grounds, slots } = pictureOf(
      days(6, (index) => ({ watched: watched[index] ?? "full" })),
      false,
    );
    expect(grounds.map(({ kind }) => kind)).toEqual(["unknown", "not-watched"]);
    expect(grounds[0]?.x).toBe(slots[0]?.x);
    expect(grounds[1]?.x).toBe(slots[3]?.x);
    expect(grounds[1]?.width).toBeCloseTo((slots[3]?.width ?? 0) + (slots[4]?.width ?? 0), 0);
  });

  it("keeps room for the time of which nothing is known, and draws no line into it", () => {
    const { grounds, line, plot } = pictureOf(days(3), true);
    expect(grounds).toEqual([{ kind: "unknown", x: 0, width: 30 }]);
    expect(plot.start).toBe(30);
    for (const [x] of cornersOf(line)) expect(x).toBeGreaterThanOrEqual(plot.start);
  });

  it("marks each kind of change in a lane of its own", () => {
    const changed = {
      madePublic: 2,
      madePrivate: 1,
      outside: 1,
      marks: ["blocked"],
    } satisfies Partial<ExposureDay>;
    const { marks } = pictureOf(
      days(30, (index) => (index === 12 ? changed : {})),
      false,
    );
    expect(marks.map(({ kind }) => kind)).toEqual([...markKinds]);
    expect(new Set(marks.map(({ x }) => x)).size).toBe(1);
    expect(new Set(marks.map(({ y }) => y)).size).toBe(4);
  });

  it("is of a bounded number of parts after ten years in which something happened daily", () => {
    const busy = { madePublic: 1, madePrivate: 1, outside: 1, marks: ["blocked"] } satisfies Partial<ExposureDay>;
    const picture = pictureOf(
      days(3_650, (index) => ({ ...busy, public: index, watched: index % 2 ? "none" : "full" })),
      true,
    );
    expect(picture.slots.length).toBeLessThanOrEqual(MOST.parts);
    expect(picture.grounds.length).toBeLessThanOrEqual(MOST.parts + 1);
    expect(picture.marks.length).toBeLessThanOrEqual(markKinds.length * MOST.marks);
    expect(picture.xTickDays.length).toBeLessThanOrEqual(2 * MOST.days);
    expect(cornersOf(picture.line).length).toBeLessThanOrEqual(2 * MOST.parts + 2);
    expect(picture.daysInPart).toBe(Math.ceil(3_650 / MOST.parts));
    expect(cornersOf(picture.line).at(-1)).toEqual([picture.plot.end, expect.any(Number)]);
  });
});

describe("days told together", () => {
  it("tell the worst of them, and lose no change", () => {
    const three = [
      dayOf(0, { public: 1, madePublic: 1 }),
      dayOf(1, { public: 9, madePublic: 8, marks: ["blocked"], watched: "none" }),
      dayOf(2, { public: 0, madePrivate: 9, marks: ["blocked"], watched: "partly" }),
    ];
    expect(bucketsOf(three, 1)).toEqual([
      {
        ...{ from: "2026-01-01", to: "2026-01-03", public: 9, madePublic: 9, madePrivate: 9, outside: 0 },
        ...{ outsidePublic: 0, marks: ["blocked"], watched: "none" },
      },
    ]);
    expect(bucketsOf([], 10)).toEqual([]);
    expect(bucketsOf(days(7), 4).map(({ from, to }) => [from.slice(-2), to.slice(-2)])).toEqual([
      ["01", "01"],
      ["02", "03"],
      ["04", "05"],
      ["06", "07"],
    ]);
  });
});

describe("the picture in words", () => {
  it("says in a sentence where the number came from, where it is and how high it was", () => {
    const three = [dayOf(0, { public: 1 }), dayOf(1, { public: 12, outside: 2 }), dayOf(2, { public: 4 })];
    expect(summaryLabel(english, { days: three, publicNow: 4 })).toBe(
      "Started at 1, peaked at 12 (2 Jan 2026), now 4. Changes outside this app: 2.",
    );
    expect(summaryLabel(english, { days: [], publicNow: 3 })).toContain("Nothing is known");
  });

  it("says of a day what happened and whether it was watched", () => {
    const [bucket] = bucketsOf([dayOf(0, { madePublic: 2, marks: ["unblocked"], watched: "partly" })], 10);
    expect(bucket && tipLabel(english, bucket)).toBe(
      "1 Jan 2026\nPublic: 3\nPublished: 2\nBlock turned off\nMonitoring: with a gap",
    );
  });

  it.each(languages())("is all there in %s", (language) => {
    const words = wordsIn(language);
    const two = [
      dayOf(0, { outside: 1, watched: "none" }),
      dayOf(1, { madePublic: 1, madePrivate: 1, marks: ["blocked"] }),
    ];
    const all = [
      ...[two, two.slice(0, 1), []].map((some) => summaryLabel(words, { days: some, publicNow: 2 })),
      ...[...bucketsOf(two, 2), ...bucketsOf(two, 1)].map((bucket) => tipLabel(words, bucket)),
      ...[90, 800].map((length) => tickLabel(words, "2026-01-01", length)),
    ];
    for (const text of all) expect(text).not.toMatch(/exposure\.|[{}]/);
  });
});
