import { expect, it } from "vitest";
import { compareVersions, parseVersion, versionStatus } from "@/lib/matomo/known-versions";

it("versions stand in the order in which they were released", () => {
  const inOrder = [
    "4.10.0",
    "5.0.0-alpha",
    "5.0.0-b1",
    "5.0.0-b10",
    "5.0.0-rc1",
    "5.0.0",
    "5.0.1",
    "5.1.0",
    "6.0.0-b1",
  ];
  const parsed = inOrder.map((text) => parseVersion(text) ?? expect.fail(text));
  const shuffled = [...parsed].reverse().sort(compareVersions);
  expect(shuffled).toEqual(parsed);
});

it.each([
  ["4.9.1", "too-old"],
  ["4.10.0-rc1", "too-old"],
  ["4.10.0", "read"],
  ["4.16.1", "read"],
  ["5.2.0-b5", "read"],
  ["5.14.2", "read"],
  ["5.15.0-b1", "not-read"],
  ["5.99.0", "not-read"],
  ["6.0.0-b1", "read"],
  ["6.0.0", "read"],
  ["6.0.1", "not-read"],
  ["6.1.0-alpha", "not-read"],
  ["7.0.0", "not-read"],
])("Matomo %s is %s", (text, standing) => {
  expect(versionStatus(parseVersion(text) ?? expect.fail(text))).toBe(standing);
});
