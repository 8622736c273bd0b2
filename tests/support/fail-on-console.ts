import { afterEach, beforeEach, expect } from "vitest";

/**
 * Set-up file: a test during which something was written to `console.error` or `console.warn` fails. A test that
 * expects such a line spies on the console itself (`vi.spyOn(console, "error").mockImplementation(...)`).
 */
const kept = { error: console.error, warn: console.warn };
let said: string[] = [];

function listen(level: "error" | "warn") {
  console[level] = (...words: unknown[]) => {
    said.push(`console.${level}: ${words.map(String).join(" ")}`);
    kept[level](...words);
  };
}

beforeEach(() => {
  said = [];
  listen("error");
  listen("warn");
});

afterEach(() => {
  console.error = kept.error;
  console.warn = kept.warn;
  expect(said, "the test wrote to the console").toEqual([]);
});
