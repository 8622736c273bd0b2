import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../../..");
const files = ["app", "components", "lib"].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const file = path.posix.join(room, name);
      return { file, text: readFileSync(path.join(root, file), "utf8") };
    }),
);
const withIn = (text: RegExp) => files.filter((one) => text.test(one.text)).map(({ file }) => file);

describe("a password is compared in its turn", () => {
  it("by the one function that has the libraries for it", () => {
    expect(withIn(/from "@node-rs\//)).toEqual(["lib/matomo/password.ts"]);
  });

  it("which whoever calls it hands to compareWithAFew", () => {
    const callers = files.filter(
      ({ file, text }) => file !== "lib/matomo/password.ts" && /verifyMatomoPassword\(/.test(text),
    );
    expect(callers.length).toBeGreaterThan(0);
    for (const { file, text } of callers) {
      const calls = text.match(/.*verifyMatomoPassword\(/g) ?? [];
      expect(calls, file).toEqual(["  const compare = () => verifyMatomoPassword("]);
      expect(text, file).toMatch(/await compareWithAFew\([^)]*, compare\)/);
    }
  });
});
