import { expect, test } from "vitest";
import { middleRun, scoresOf } from "@/scripts/lighthouse-scores.mjs";

function report(overrides: Record<string, unknown> = {}) {
  const metric = (numericValue: number) => ({ score: 1, numericValue, title: "" });
  return {
    categories: {
      performance: { score: 0.954, auditRefs: [{ id: "largest-contentful-paint", weight: 25 }] },
      accessibility: {
        score: 0.9,
        auditRefs: [
          { id: "color-contrast", weight: 7 },
          { id: "label", weight: 63 },
          { id: "not-applicable", weight: 7 },
          { id: "only-told", weight: 0 },
        ],
      },
      "best-practices": { score: null, auditRefs: [] },
    },
    audits: {
      "largest-contentful-paint": metric(812.4),
      "cumulative-layout-shift": metric(0.00049),
      "total-blocking-time": metric(12.6),
      "color-contrast": {
        score: 0,
        title: "Contrast is too low",
        details: { items: [{ node: { snippet: "<p>" } }, {}, { description: "words" }] },
      },
      label: { score: 1, title: "Labels" },
      "not-applicable": { score: null, title: "Videos" },
      "only-told": { score: 0, title: "Told" },
    },
    ...overrides,
  };
}

test("scores are whole points as Lighthouse shows them; one that could not be made is 0, not left out", () => {
  const { scores, lcp, cls, tbt } = scoresOf(report());
  expect(scores).toEqual({ performance: 95, accessibility: 90, "best-practices": 0 });
  expect({ lcp, cls, tbt }).toEqual({ lcp: 812, cls: 0, tbt: 13 });
});

test("what costs points is named with its share and its places; what costs none is not", () => {
  expect(scoresOf(report()).failed).toEqual([
    {
      category: "accessibility",
      id: "color-contrast",
      title: "Contrast is too low",
      value: "",
      points: 9.1,
      where: ["<p>", "words"],
    },
  ]);
});

test("of several runs the middle one counts, of two the worse", () => {
  const run = (performance: number) => ({ scores: { performance } });
  expect(middleRun([run(99), run(70), run(96)])).toEqual(run(96));
  expect(middleRun([run(99), run(70)])).toEqual(run(70));
  expect(middleRun([run(50)])).toEqual(run(50));
});
