import { expect, it } from "vitest";
import { readConfirmed } from "@/components/auth/confirmed-message";

it("a word of the provider's window is taken as it was said, without anything that came along", () => {
  expect(readConfirmed({ intent: "a1", error: null, more: 1 })).toEqual({ intent: "a1", error: null });
  expect(readConfirmed({ intent: "a1", error: "AccessDenied" })).toEqual({ intent: "a1", error: "AccessDenied" });
});

it.each([
  null,
  "a1",
  7,
  [],
  {},
  { intent: "a1" },
  { error: null },
  { intent: 1, error: null },
  { intent: "a1", error: 0 },
])("what is no such word is none: %j", (data) => {
  expect(readConfirmed(data)).toBeNull();
});
