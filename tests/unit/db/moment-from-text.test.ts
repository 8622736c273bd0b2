import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentFromText } from "@/lib/platform/db/sql";

describe("a moment that Matomo stores as text", () => {
  it.each([
    ["2026-11-23 22:28:05", "2026-11-23T22:28:05.000Z"],
    ["2026-11-23 22:28:05.250", "2026-11-23T22:28:05.250Z"],
    ["2026-11-23 22:28:05.123456", "2026-11-23T22:28:05.123Z"],
    ["2026-11-23T22:28:05", "2026-11-23T22:28:05.000Z"],
    ["2026-11-23T22:28:05.000Z", "2026-11-23T22:28:05.000Z"],
    ["2026-11-23T22:28:05z", "2026-11-23T22:28:05.000Z"],
    ["2026-11-23T22:28:05.000+00:00", "2026-11-23T22:28:05.000Z"],
    ["2026-11-23T22:28:05+05:45", "2026-11-23T16:43:05.000Z"],
    ["2026-11-23T22:28:05-03:30", "2026-11-24T01:58:05.000Z"],
    ["2026-11-23", "2026-11-23T00:00:00.000Z"],
    ["1970-01-01 00:00:01", "1970-01-01T00:00:01.000Z"],
  ])("%s is %s: UTC unless it says otherwise, never the server's zone", (text, moment) => {
    expect(momentFromText(text)?.toISOString()).toBe(moment);
  });

  it.each([null, "", "0000-00-00 00:00:00", "0000-00-00", "2026-00-00 00:00:00", "2026-02-31T99:00:00", "never"])(
    "%j is none",
    (text) => {
      expect(momentFromText(text)).toBeNull();
    },
  );

  it("is the same moment in MySQL's words and in ISO's", () => {
    const moment = fc.date({ min: new Date("1971-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (at) => {
        expect(momentFromText(at.toISOString())).toEqual(at);
        expect(momentFromText(at.toISOString().replace("T", " ").replace("Z", ""))).toEqual(at);
      }),
    );
  });
});
