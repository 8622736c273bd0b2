import { describe, expect, it } from "vitest";
import { possibleLogin } from "@/lib/matomo/users";

describe("what was typed as login", () => {
  it.each(["an", "Anna", "anna@people.example", "jürgen_größe-2.x+y", "Ä".repeat(50), "x".repeat(100)])(
    "is kept when Matomo would take it for one: %s",
    (typed) => {
      expect(possibleLogin(typed)).toBe(typed);
    },
  );

  it.each([
    "",
    "a",
    "x".repeat(101),
    "Ä".repeat(51),
    "my password",
    "pa$$word",
    "anna\n",
    " anna",
    "ānna",
    "🔑🔑",
    "a\u0000b",
  ])("is forgotten when it cannot be one: %j", (typed) => {
    expect(possibleLogin(typed)).toBeNull();
  });
});
