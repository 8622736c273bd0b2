import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffFindings, isEmptyFindingDrift } from "@/lib/domain/findings/diff";
import { diff, isEmptyDrift } from "@/lib/domain/public-access/diff";

const ids = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });
const ascending = (set: Iterable<number>) => [...set].sort((a, b) => a - b);
const unique = (list: readonly number[]) => ascending(new Set(list));

describe("the difference between Matomo and the publications", () => {
  it("names what appeared and what vanished", () => {
    expect(diff([1, 2, 5], [2, 3])).toEqual({ appeared: [1, 5], vanished: [3] });
  });

  it("applied to the publications gives exactly what is public in Matomo", () => {
    fc.assert(
      fc.property(ids, ids, (publicNow, published) => {
        const { appeared, vanished } = diff(publicNow, published);
        const gone = new Set(vanished);
        expect(unique([...published.filter((id) => !gone.has(id)), ...appeared])).toEqual(unique(publicNow));
      }),
    );
  });

  it("never says of one site that it appeared and vanished, nor names what did not change", () => {
    fc.assert(
      fc.property(ids, ids, (publicNow, published) => {
        const { appeared, vanished } = diff(publicNow, published);
        expect(appeared.filter((id) => vanished.includes(id))).toEqual([]);
        expect(appeared.filter((id) => published.includes(id))).toEqual([]);
        expect(vanished.filter((id) => publicNow.includes(id))).toEqual([]);
      }),
    );
  });

  it("names each site once, however many rows it has, in the order they came", () => {
    expect(diff([7, 3, 7, 3, 9], [4, 9, 4, 2])).toEqual({ appeared: [7, 3], vanished: [4, 2] });
    fc.assert(
      fc.property(ids, ids, (publicNow, published) => {
        const drift = diff(unique(publicNow), unique(published));
        expect(drift).toEqual({ appeared: unique(drift.appeared), vanished: unique(drift.vanished) });
        const { appeared, vanished } = diff(publicNow, published);
        expect({ appeared: ascending(appeared), vanished: ascending(vanished) }).toEqual(drift);
      }),
    );
  });

  it("is quiet exactly when both know the same sites", () => {
    fc.assert(
      fc.property(ids, ids, (publicNow, published) => {
        expect(isEmptyDrift(diff(publicNow, publicNow))).toBe(true);
        expect(isEmptyDrift(diff(publicNow, published))).toBe(unique(publicNow).join() === unique(published).join());
      }),
    );
    expect(isEmptyDrift({ appeared: [1], vanished: [] })).toBe(false);
    expect(isEmptyDrift({ appeared: [], vanished: [1] })).toBe(false);
  });

  it("costs one pass over 100,000 public sites, not one for each", () => {
    const many = Array.from({ length: 100_000 }, (_, index) => index + 1);
    const before = process.cpuUsage();
    expect(diff(many, many.slice(1)).appeared).toEqual([1]);
    const { user } = process.cpuUsage(before);
    expect(user / 1_000_000, "seconds of work, whatever else the machine does").toBeLessThan(2);
  });
});

describe("the difference between what is wrong and what is known as wrong", () => {
  const since = new Date("2026-11-23T12:00:00Z");
  const seen = (subject: string, detail: string, kind: "writable" | "duplicate-rows" = "writable") => ({
    ...{ kind, subject, detail },
  });
  const known = (subject: string, detail: string, kind?: "writable" | "duplicate-rows") => ({
    ...seen(subject, detail, kind),
    since,
  });

  it("names what opened, what changed and whether for the worse, and what closed", () => {
    const now = [seen("1", "write"), seen("2", "admin"), seen("3", "write"), seen("5", "3 rows", "duplicate-rows")];
    const before = [
      known("2", "write"),
      known("3", "admin"),
      known("4", "admin"),
      known("5", "2 rows", "duplicate-rows"),
    ];
    expect(diffFindings(now, before)).toEqual({
      opened: [seen("1", "write")],
      changed: [
        { ...known("2", "admin"), worse: true },
        { ...known("3", "write"), worse: false },
        { ...known("5", "3 rows", "duplicate-rows"), worse: false },
      ],
      closed: [known("4", "admin")],
    });
  });

  it("keeps the kinds of one site apart", () => {
    const { opened, closed } = diffFindings([seen("1", "2 rows", "duplicate-rows")], [known("1", "admin")]);
    expect([opened.length, closed.length]).toEqual([1, 1]);
  });

  it("is quiet exactly when both say the same", () => {
    expect(isEmptyFindingDrift(diffFindings([seen("1", "admin")], [known("1", "admin")]))).toBe(true);
    expect(isEmptyFindingDrift(diffFindings([seen("1", "admin")], [known("1", "write")]))).toBe(false);
    expect(isEmptyFindingDrift(diffFindings([seen("1", "admin")], []))).toBe(false);
    expect(isEmptyFindingDrift(diffFindings([], [known("1", "admin")]))).toBe(false);
  });
});
