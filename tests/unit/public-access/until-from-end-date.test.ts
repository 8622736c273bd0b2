import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { untilFromEndDate } from "@/lib/domain/publications/policy";
import { AppError } from "@/lib/platform/errors";
import { wallClock, ZONES } from "@/tests/unit/reminders/wall-clock";

const NOW = new Date("2026-01-15T12:00:00Z");
const until = (endsOn: string, zone: string, now = NOW) => untilFromEndDate(endsOn, zone, now)?.toISOString();

function refusalOf(endsOn: string, zone: string, now: string): AppError {
  try {
    untilFromEndDate(endsOn, zone, new Date(now));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`${endsOn} was not refused`);
}

describe("public access ends with the last public day, in the instance's zone", () => {
  it.each([
    ["2026-10-24", "Europe/Berlin", "2026-10-24T22:00:00.000Z"],
    // 25 hours: summer time ends
    ["2026-10-25", "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
    ["2027-03-27", "Europe/Berlin", "2027-03-27T23:00:00.000Z"],
    // 23 hours: summer time begins
    ["2027-03-28", "Europe/Berlin", "2027-03-28T22:00:00.000Z"],
    ["2026-11-01", "America/New_York", "2026-11-02T05:00:00.000Z"],
    ["2026-11-23", "Asia/Kathmandu", "2026-11-23T18:15:00.000Z"],
    ["2026-11-23", "Pacific/Apia", "2026-11-23T11:00:00.000Z"],
    ["2026-11-23", "+05:30", "2026-11-23T18:30:00.000Z"],
    ["2026-11-23", "-03:30", "2026-11-24T03:30:00.000Z"],
    ["2026-11-23", "UTC", "2026-11-24T00:00:00.000Z"],
    ["2028-02-28", "UTC", "2028-02-29T00:00:00.000Z"],
    ["2028-02-29", "UTC", "2028-03-01T00:00:00.000Z"],
    ["2026-12-31", "Europe/Berlin", "2026-12-31T23:00:00.000Z"],
    // in Cairo 24 April 2026 begins at 01:00: neither the day before nor that day ends an hour late
    ["2026-04-23", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
    ["2026-04-24", "Africa/Cairo", "2026-04-24T21:00:00.000Z"],
  ])("%s in %s ends at %s", (endsOn, zone, end) => {
    expect(until(endsOn, zone)).toBe(end);
  });

  it("at the first moment that is no longer that day, not a millisecond off", () => {
    const day = fc.date({ min: new Date("2026-02-01"), max: new Date("2050-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (at, zone) => {
        const endsOn = at.toISOString().slice(0, 10);
        const end = untilFromEndDate(endsOn, zone, NOW) ?? NOW;
        expect(wallClock(new Date(end.getTime() - 1), zone).slice(4, 14)).toBe(endsOn);
        expect(wallClock(end, zone).slice(4, 14) > endsOn).toBe(true);
      }),
    );
  });

  it("never, when that was said", () => {
    expect(untilFromEndDate(null, "Europe/Berlin", NOW)).toBeNull();
  });
});

describe("an end date", () => {
  it("of today is accepted until the day is over", () => {
    const lastMoment = new Date("2026-10-25T22:59:59.999Z");
    expect(until("2026-10-25", "Europe/Berlin", lastMoment)).toBe("2026-10-25T23:00:00.000Z");
    expect(refusalOf("2026-10-25", "Europe/Berlin", "2026-10-25T23:00:00.000Z").code).toBe("invalid_input");
  });

  it("is judged by the instance's day, not by the server's or UTC's", () => {
    const now = "2026-11-23T11:30:00Z"; // already the 24th in Apia, still the 23rd elsewhere
    expect(until("2026-11-23", "UTC", new Date(now))).toBe("2026-11-24T00:00:00.000Z");
    expect(refusalOf("2026-11-23", "Pacific/Apia", now).code).toBe("invalid_input");
  });

  it.each([
    ["yesterday", "2026-11-22", "endInPast"],
    ["last year", "2025-11-23", "endInPast"],
    ["the year 1", "0001-01-01", "endInPast"],
    ["the year 99", "0099-12-31", "endInPast"],
    ["farther than a database can store", "9999-12-31", "endTooLate"],
  ])("is refused at its field: %s", (_, endsOn, message) => {
    const refusal = refusalOf(endsOn, "Europe/Berlin", "2026-11-23T12:00:00Z");
    expect(refusal.code).toBe("invalid_input");
    expect(refusal.fields).toEqual({ endsOn: message });
  });
});
