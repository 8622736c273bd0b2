import { describe, expect, it } from "vitest";
import { lastVisitOf, readVisits } from "@/components/public-access/page-state/last-visit";

const MONDAY = "2026-11-23T09:00:00.000Z";
const WEDNESDAY = "2026-11-25T09:00:00.000Z";
const later = (iso: string, minutes: number) => new Date(Date.parse(iso) + minutes * 60_000).toISOString();

describe("since the last visit", () => {
  it("says nothing on the first one", () => {
    expect(lastVisitOf(null, MONDAY)).toBeNull();
  });

  it("compares with the moment the page was last seen", () => {
    expect(lastVisitOf({ since: null, seenAt: MONDAY }, WEDNESDAY)).toBe(MONDAY);
  });

  it("goes on comparing with the visit before when the page is only loaded again", () => {
    expect(lastVisitOf({ since: MONDAY, seenAt: WEDNESDAY }, later(WEDNESDAY, 29))).toBe(MONDAY);
    expect(lastVisitOf({ since: MONDAY, seenAt: WEDNESDAY }, later(WEDNESDAY, 30))).toBe(WEDNESDAY);
    expect(lastVisitOf({ since: null, seenAt: WEDNESDAY }, later(WEDNESDAY, 1))).toBeNull();
  });

  it("says nothing when the clock went backwards", () => {
    expect(lastVisitOf({ since: MONDAY, seenAt: WEDNESDAY }, MONDAY)).toBeNull();
  });

  it.each([
    null,
    "",
    "{",
    "null",
    "7",
    '"2026"',
    "[]",
    '{"seenAt":1,"since":null}',
    '{"seenAt":"yesterday","since":null}',
    '{"seenAt":"2026-99-99T00:00:00Z","since":null}',
  ])("takes nothing that the page did not write: %s", (text) => {
    expect(readVisits(text)).toBeNull();
  });

  it("reads what it wrote, and no more", () => {
    expect(readVisits(JSON.stringify({ since: MONDAY, seenAt: WEDNESDAY, more: "x" }))).toEqual({
      since: MONDAY,
      seenAt: WEDNESDAY,
    });
    expect(readVisits(JSON.stringify({ since: "<b>", seenAt: WEDNESDAY }))).toEqual({ since: null, seenAt: WEDNESDAY });
  });
});
