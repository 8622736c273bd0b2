import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { load } from "@/tests/bench/load";

test("exactly so many are done, so many of them at once", async () => {
  let done = 0;
  let inHand = 0;
  let most = 0;
  const { perSecond, times } = await load(10, 3, async () => {
    inHand += 1;
    most = Math.max(most, inHand);
    await nextTurn();
    inHand -= 1;
    done += 1;
  });
  expect([done, most, times.length]).toEqual([10, 3, 10]);
  expect(perSecond).toBeGreaterThan(0);
});

test("one that fails ends the run: none is begun any more", async () => {
  let begun = 0;
  const failing = load(100, 2, async () => {
    begun += 1;
    const isFirst = begun === 1;
    await nextTurn();
    if (isFirst) throw new Error("answered 500");
  });
  await expect(failing).rejects.toThrow("answered 500");
  for (let turn = 0; turn < 10; turn++) await nextTurn();
  expect(begun).toBeLessThan(5);
});
