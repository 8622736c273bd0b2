import { beforeEach, describe, expect, it, vi } from "vitest";
import { refuseInConstantTime } from "@/lib/auth/next-auth";

// The clock of the timers moves only when the test moves it: how busy the machine is changes nothing.
beforeEach(() => {
  vi.useFakeTimers();
});

const later = <T>(ms: number, result: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, result));

/** How many milliseconds `work` takes until it is answered, or refused with an error. */
async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  const answered = refuseInConstantTime(work).then(
    () => performance.now() - from,
    () => performance.now() - from,
  );
  await vi.runAllTimersAsync();
  return answered;
}

describe("a refused sign-in", () => {
  it.each([0, 1, 300, 699, 700])("is answered 700 ms after it came, when refusing it took %i ms", async (ms) => {
    expect(await took(() => later(ms, null))).toBe(700);
  });

  it("is not answered early for the part of a millisecond that a timer drops", async () => {
    const clock = vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValueOnce(299.4);
    const waits = vi.spyOn(globalThis, "setTimeout");
    const answered = refuseInConstantTime(async () => null);
    await vi.runAllTimersAsync();
    expect(await answered).toBeNull();
    expect(waits.mock.calls.map(([, ms]) => ms)).toEqual([401]);
    clock.mockRestore();
    waits.mockRestore();
  });

  it("is answered at once when refusing it took longer", async () => {
    expect(await took(() => later(1_200, null))).toBe(1_200);
  });

  it.each([0, 90])("keeps nobody waiting who comes in, or is told another reason, after %i ms", async (ms) => {
    expect(await took(() => later(ms, "in"))).toBe(ms);
    expect(await took(() => later(ms, null).then(() => Promise.reject(new Error("sign_in_locked"))))).toBe(ms);
  });
});
