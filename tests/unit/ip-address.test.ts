import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldShare, parseIpRange } from "@/lib/platform/ip-address";

const share = (list: string) => heldShare(list.split(",").map((text) => parseIpRange(text) ?? expect.fail(text)));
const halves = (count: number, bits: number) =>
  Array.from({ length: count }, (_, index) => `${index * 2 ** (8 - bits)}.0.0.0/${bits}`).join(",");

describe("how much of the internet ranges hold together", () => {
  it.each([
    ["0.0.0.0/0", 1],
    ["0.0.0.0/1,128.0.0.0/1", 1],
    ["128.0.0.0/1,0.0.0.0/1,0.0.0.0/1,10.0.0.0/8", 1],
    ["192.0.0.1/2,64.0.0.0/2,0.0.0.0/2,128.9.9.9/2", 1],
    [halves(256, 8), 1],
    [halves(255, 8), 255 / 256],
    ["::ffff:0:0/96", 1],
    ["::ffff:0.0.0.0/97,::ffff:128.0.0.0/97", 1],
    ["::/0", 1],
    ["::/1,8000::/1", 1],
    ["2000::/3", 1],
    ["2000::/4,3000::/4", 1],
    ["8000::/1", 0],
    ["10.0.0.0/8,10.1.0.0/16,10.0.0.5", 1 / 256],
    ["127.0.0.1,::1,fd00::/8", 2 ** -32],
  ])("%#: %s", (list, wanted) => expect(share(list)).toBeCloseTo(wanted, 9));

  it("is never more than all of it, nor less than the largest of them holds", () => {
    const range = fc
      .tuple(fc.nat(255), fc.nat(255), fc.integer({ min: 0, max: 16 }))
      .map(([a, b, bits]) => `${a}.${b}.0.0/${bits}`);
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 20 }), (ranges) => {
        const together = share(ranges.join(","));
        expect(together).toBeLessThanOrEqual(1);
        for (const one of ranges) expect(together).toBeGreaterThanOrEqual(share(one));
      }),
    );
  });
});
