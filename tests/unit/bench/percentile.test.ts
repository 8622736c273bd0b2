import { expect, test } from "vitest";
import { median, percentile } from "@/tests/bench/percentile";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test("a percentile is a value that was measured, whatever the order they came in", () => {
  expect([0.5, 0.95, 0.99, 1].map((part) => percentile(hundred, part))).toEqual([50, 95, 99, 100]);
  expect(percentile([7, 3], 0.5)).toBe(3);
  expect(percentile([7, 3], 0.95)).toBe(7);
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([7, 3], 0)).toBe(3);
});

test("a median of an even number of values lies between the two in the middle", () => {
  expect(median([9, 1, 4])).toBe(4);
  expect(median([9, 1, 4, 6])).toBe(5);
});

test("values are compared as numbers, and left in their order", () => {
  const values = [10, 9, 100];
  expect(percentile(values, 1)).toBe(100);
  expect(median(values)).toBe(10);
  expect(values).toEqual([10, 9, 100]);
});

test("nothing has no percentile and no median", () => {
  expect(percentile([], 0.5)).toBeNaN();
  expect(median([])).toBeNaN();
});
