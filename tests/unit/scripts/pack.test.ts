import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { pack, run } from "@/scripts/pack.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "pa-pack-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same files, made in another order at another time, by somebody with another umask. */
function made(place: string, names: readonly string[], mode: number, at: Date): Buffer {
  const root = path.join(folder, place, "product");
  mkdirSync(path.join(root, "bin"), { recursive: true });
  for (const name of names) {
    writeFileSync(path.join(root, name), `text of ${name}`);
    chmodSync(path.join(root, name), name.startsWith("bin/") ? mode | 0o100 : mode);
    utimesSync(path.join(root, name), at, at);
  }
  symlinkSync("bin/tool", path.join(root, "link"));
  const file = path.join(folder, place, "product.tar.gz");
  pack(root, file, 1_764_590_400);
  return readFileSync(file);
}

it("the same files are the same archive, whoever packs them and when, with the right to run what may be run", () => {
  const one = made("one", ["a", "b", "bin/tool"], 0o644, new Date("2026-11-30"));
  const other = made("other", ["bin/tool", "b", "a"], 0o600, new Date("2026-12-01"));
  expect(one.equals(other)).toBe(true);
  const listed = run("tar", ["-tvzf", path.join(folder, "one/product.tar.gz")]).split("\n");
  expect(listed).toContainEqual(expect.stringMatching(/^-rwxr-xr-x 0\/0 .* product\/bin\/tool$/));
  expect(listed).toContainEqual(expect.stringMatching(/^-rw-r--r-- 0\/0 .* product\/a$/));
  expect(listed).toContainEqual(expect.stringMatching(/^l.* product\/link -> bin\/tool$/));
});

it("a program that fails is an error that says what it said", () => {
  expect(() => run("tar", ["-xf", path.join(folder, "gone")])).toThrow(/^tar -xf .*gone: Cannot open/s);
});
