import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, endedAmong, suspicious } from "@/lib/domain/probe/compare";

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
const readings = fc.record({ before: ids, after: ids, listed: ids, listedAgain: fc.option(ids) });

describe("what strangers read beside what the table says", () => {
  it("is unexpected only when it was told twice and private before and after", () => {
    fc.assert(
      fc.property(readings, (seen) => {
        for (const id of compare(seen).unexpected) {
          expect(seen.listed).toContain(id);
          expect(seen.listedAgain).toContain(id);
          expect([...seen.before, ...seen.after]).not.toContain(id);
          expect(suspicious(seen.before, seen.listed)).toContain(id);
        }
      }),
    );
  });

  it("is unreadable only when it was public before and after and never listed", () => {
    fc.assert(
      fc.property(readings, (seen) => {
        for (const id of compare(seen).unreadable) {
          expect(seen.before).toContain(id);
          expect(seen.after).toContain(id);
          expect([...seen.listed, ...(seen.listedAgain ?? [])]).not.toContain(id);
        }
      }),
    );
  });

  it("a change meanwhile is never a contradiction", () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        // Whichever of both the list shows, or a mixture.
        for (const listed of [before, after, [...new Set([...before, ...after])]]) {
          expect(compare({ before, after, listed, listedAgain: after }).unexpected).toEqual([]);
        }
      }),
    );
  });

  it("ends nothing that is still readable and private, and nothing twice", () => {
    fc.assert(
      fc.property(ids, readings, (known, seen) => {
        const { mended, moot } = endedAmong(known, seen);
        expect(mended.filter((id) => moot.includes(id))).toEqual([]);
        for (const id of [...mended, ...moot]) {
          expect(known).toContain(id);
          expect(compare(seen).unexpected).not.toContain(id);
        }
      }),
    );
  });
});
