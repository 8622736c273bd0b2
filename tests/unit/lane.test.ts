import { expect, it } from "vitest";
import { Lane } from "@/lib/platform/lane";

const lane = (bounds: Partial<Lane["bounds"]> = {}) => new Lane({ atOnce: 2, waiting: 2, perCaller: 10, ...bounds });
/** Whether a promise has come to something yet. */
const isThere = (place: Promise<unknown> | null) =>
  Promise.race([place?.then(() => true), new Promise((resolve) => setImmediate(() => resolve(false)))]);

it("lets in so many, has so many wait, and sends the rest away", () => {
  const one = lane();
  const places = Array.from({ length: 6 }, (_, caller) => one.enter(`caller ${caller}`));
  expect(places.map((place) => place !== null)).toEqual([true, true, true, true, false, false]);
});

it("whoever waits longest comes next; a place is given back once, however often", async () => {
  const one = lane({ atOnce: 1 });
  const leave = await one.enter("a");
  const [second, third] = [one.enter("b"), one.enter("c")];
  expect(await isThere(second)).toBe(false);
  leave?.();
  leave?.();
  expect(await isThere(second)).toBe(true);
  expect(await isThere(third)).toBe(false);
  (await second)?.();
  expect(await isThere(third)).toBe(true);
});

it("nobody has more than their share of both, and has it again after leaving", async () => {
  const one = lane({ atOnce: 5, perCaller: 2 });
  const leave = await one.enter("a");
  one.enter("a");
  expect(one.enter("a")).toBeNull();
  expect(one.enter("b")).not.toBeNull();
  leave?.();
  expect(one.enter("a")).not.toBeNull();
});

it("whoever does not wait any more has left the queue", async () => {
  const one = lane({ atOnce: 1, waiting: 1, perCaller: 1 });
  const leave = await one.enter("a");
  const gone = new AbortController();
  const waits = one.enter("b", gone.signal);
  gone.abort();
  expect(await waits).toBeNull();
  const next = one.enter("b");
  leave?.();
  expect(await isThere(next)).toBe(true);
});
