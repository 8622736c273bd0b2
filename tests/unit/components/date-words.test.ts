import { describe, expect, it } from "vitest";
import { addDays, ago, dayOf, exactUtc, shortDate } from "@/components/ui/date-words";

describe("dates in words are the same on the server and in every browser", () => {
  it.each([
    ["2026-11-23T22:30:00Z", "UTC", "23 Nov 2026"],
    ["2026-11-23T23:30:00Z", "Europe/Berlin", "24 Nov 2026"],
    ["2026-11-23T22:30:00Z", "+05:30", "24 Nov 2026"],
    ["2026-11-23T01:00:00Z", "-03:30", "22 Nov 2026"],
    ["2026-12-31T11:30:00Z", "+12:45", "1 Jan 2027"],
  ])("%s in %s is %s", (iso, zone, words) => {
    expect(shortDate(iso, zone)).toBe(words);
  });

  it("print moments in UTC, days as they are, and ages in whole units", () => {
    expect(exactUtc("2026-11-23T22:28:59.999Z")).toBe("23 Nov 2026, 22:28 UTC");
    expect(dayOf("2027-02-28")).toBe("28 Feb 2027");
    expect(addDays("2026-11-23", 90)).toBe("2027-02-21");
    const asOf = "2026-11-23T12:00:00Z";
    expect(ago("2026-11-23T11:59:30Z", asOf)).toBe("just now");
    expect(ago("2026-11-23T11:58:00Z", asOf)).toBe("2 minutes ago");
    expect(ago("2026-11-23T11:00:00Z", asOf)).toBe("1 hour ago");
    expect(ago("2026-11-22T11:00:00Z", asOf)).toBe("yesterday");
    expect(ago("2026-10-14T12:00:00Z", asOf)).toBe("40 days ago");
  });
});
