import { describe, expect, it } from "vitest";
import { periodLabelSchema } from "@/lib/ledger/facts/period-schema";

describe("the period in the facts of a reminder", () => {
  it.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11", "2026-11"],
    ["week of 23 November 2026", "2026-11-23"],
    ["week of 7 December 2026", "2026-12-07"],
    ["May 2027", "2027-05"],
    ["week of 23 Brumaire 2026", "week of 23 Brumaire 2026"],
  ])("%s is %s: mails that waited while the portal was updated have it in English", (before, after) => {
    expect(periodLabelSchema.parse(before)).toBe(after);
  });
});
