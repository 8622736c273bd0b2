import { describe, expect, it } from "vitest";
import { isMailed, isWorse } from "@/lib/domain/findings/policy";
import { findingKinds } from "@/lib/ledger/facts/finding-terms";

describe("who is mailed about a finding", () => {
  it("everybody, about every kind that is found, but for what the mail of the public site tells already", () => {
    expect(findingKinds.filter((kind) => !isMailed(kind, "found"))).toEqual(["public-outside"]);
  });

  it("when it is gone: that strangers no longer read what is private, that Matomo works again, that anonymous is as it must be", () => {
    expect(findingKinds.filter((kind) => isMailed(kind, "mended"))).toEqual([
      "canary-readable",
      "readable-though-private",
      "null-access",
      "anonymous-missing",
      "anonymous-renamed",
      "anonymous-can-sign-in",
      "anonymous-super-user",
    ]);
  });
});

describe("a change for the worse", () => {
  it.each([
    ["write", "admin", true],
    ["write", "superuser", true],
    ["admin", "superuser, admin", true],
    ["admin", "admin, write", false],
    ["superuser", "admin, write", false],
    ["admin, write", "admin", false],
    ["admin", "admin", false],
  ])("from %s to %s: %s", (before, after, worse) => {
    expect(isWorse("writable", before, after)).toBe(worse);
  });

  it("is a higher level alone: more rows are another state, not a worse one", () => {
    expect(findingKinds.filter((kind) => isWorse(kind, "write", "admin"))).toEqual(["writable"]);
    expect(isWorse("duplicate-rows", "2 rows", "9 rows")).toBe(false);
  });
});
