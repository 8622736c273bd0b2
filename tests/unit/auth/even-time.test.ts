import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { refuseInEvenTime } from "@/lib/auth/even-time";

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await refuseInEvenTime(work).catch(() => undefined);
  return performance.now() - from;
}

describe("a refused sign-in", () => {
  it("is answered no earlier than 700 ms after it came, whatever it took to refuse it", async () => {
    const times = await Promise.all([
      took(async () => null),
      took(() => sleep(300, null)),
      took(() => sleep(600, null)),
    ]);
    for (const time of times) expect(time).toBeGreaterThanOrEqual(699);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(150);
  });

  it("keeps nobody waiting whose sign-in succeeds or is told another reason", async () => {
    expect(await took(async () => "in")).toBeLessThan(500);
    expect(await took(() => Promise.reject(new Error("sign_in_locked")))).toBeLessThan(500);
  });
});
