import { expect, test } from "vitest";
import { normalAgain } from "@/tests/bench/siege/normal-again";
import type { Sample } from "@/tests/bench/siege/terms";

const quietP95 = new Map([["list", 40]]);
/** Asked every quarter of a second for ten seconds; so long each took, by the second in which it was due. */
const asked = (ms: (second: number) => number, answer: (second: number) => string = () => "ok"): Sample[] =>
  Array.from({ length: 41 }, (_, turn) => turn * 250).map((at) => ({
    ...{ what: "list", at, ms: ms(at / 1_000), answer: answer(at / 1_000) },
  }));

test("what was quiet all along is normal at once; twice the quiet time is noise", () => {
  expect(
    normalAgain(
      asked(() => 80),
      quietP95,
      0,
    ),
  ).toBe(0);
});

test("normal is where two seconds follow in which everything is quick and answered well", () => {
  const slowFor = (seconds: number) => asked((second) => (second < seconds ? 500 : 30));
  expect(normalAgain(slowFor(3), quietP95, 0)).toBe(3);
  expect(normalAgain(slowFor(3), quietP95, 1_000)).toBe(2);
  const refusedFor = asked(
    () => 30,
    (second) => (second < 4 ? "503 busy" : "ok"),
  );
  expect(normalAgain(refusedFor, quietP95, 0)).toBe(4);
});

test("what never was quiet is not normal, nor is what was not asked", () => {
  expect(
    normalAgain(
      asked(() => 500),
      quietP95,
      0,
    ),
  ).toBeNull();
  expect(
    normalAgain(
      asked(() => 30),
      new Map([["watch", 40]]),
      0,
    ),
  ).toBeNull();
});
