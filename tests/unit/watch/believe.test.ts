import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confirmWithSecondRead } from "@/lib/domain/watch/confirm-with-second-read";
import { HOUR_MS, MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";

const at = new Date("2026-11-23T12:00:00Z");
const ago = (ms: number) => ({ missingSince: plus(at, -ms) });
const quiet = { isChanging: false };
const changing = { isChanging: true };

describe("what a watch misses", () => {
  it("is remembered and not believed by the first watch, whatever Matomo does", () => {
    const first = { missingSince: null };
    for (const matomo of [quiet, changing])
      expect(confirmWithSecondRead([first], at, matomo)).toEqual({ gone: [], noticed: [first] });
  });

  it("is believed to be gone by a watch a minute later, and not a moment earlier", () => {
    expect(confirmWithSecondRead([ago(MINUTE_MS - 1)], at, quiet)).toEqual({ gone: [], noticed: [] });
    expect(confirmWithSecondRead([ago(MINUTE_MS)], at, quiet)).toEqual({ gone: [ago(MINUTE_MS)], noticed: [] });
  });

  it("is waited for while Matomo is changing permissions, for an hour at most", () => {
    expect(confirmWithSecondRead([ago(HOUR_MS - 1)], at, changing).gone).toEqual([]);
    expect(confirmWithSecondRead([ago(HOUR_MS)], at, changing).gone).toEqual([ago(HOUR_MS)]);
  });

  it("is remembered anew when the mark is of the future: the clock was set back", () => {
    expect(confirmWithSecondRead([ago(-SECOND_MS)], at, quiet)).toEqual({ gone: [], noticed: [ago(-SECOND_MS)] });
  });

  it("is never both, and nothing is believed with Matomo changing that is not believed without", () => {
    const mark = fc.option(fc.integer({ min: -2 * HOUR_MS, max: 2 * HOUR_MS }).map(ago), {
      nil: { missingSince: null },
    });
    fc.assert(
      fc.property(fc.array(mark), (missing) => {
        const [calm, busy] = [confirmWithSecondRead(missing, at, quiet), confirmWithSecondRead(missing, at, changing)];
        expect(calm.gone.filter((one) => calm.noticed.includes(one))).toEqual([]);
        expect(busy.gone.filter((one) => !calm.gone.includes(one))).toEqual([]);
        expect(busy.noticed).toEqual(calm.noticed);
      }),
    );
  });
});
