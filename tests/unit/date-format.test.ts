import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayIn, formatInBothZones } from "@/lib/platform/date-format";
import { wallClock, ZONES } from "./reminders/wall-clock";

const AT = new Date("2026-11-23T22:28:59.999Z");

describe("a moment, ready to print", () => {
  it.each([
    ["Europe/Berlin", "2026-11-23 23:28 (Europe/Berlin)"],
    ["America/New_York", "2026-11-23 17:28 (America/New_York)"],
    ["Asia/Kathmandu", "2026-11-24 04:13 (Asia/Kathmandu)"],
    ["Pacific/Apia", "2026-11-24 11:28 (Pacific/Apia)"],
    ["Australia/Lord_Howe", "2026-11-24 09:28 (Australia/Lord_Howe)"],
    ["UTC", "2026-11-23 22:28 (UTC)"],
    ["+05:30", "2026-11-24 03:58 (+05:30)"],
    ["-03:30", "2026-11-23 18:58 (-03:30)"],
    ["+12:45", "2026-11-24 11:13 (+12:45)"],
    ["+14:00", "2026-11-24 12:28 (+14:00)"],
    ["+00:00", "2026-11-23 22:28 (+00:00)"],
  ])("is told in UTC and in %s, whatever zone the server is in", (zone, local) => {
    expect(formatInBothZones(AT, zone)).toEqual({ utc: "2026-11-23 22:28 UTC", local });
    expect(dayIn(AT, zone)).toBe(local.slice(0, 10));
  });

  it.each([
    ["2026-10-25T00:30:00Z", "2026-10-25 02:30 (Europe/Berlin)"],
    ["2026-10-25T01:30:00Z", "2026-10-25 02:30 (Europe/Berlin)"],
    ["2027-03-28T00:59:59Z", "2027-03-28 01:59 (Europe/Berlin)"],
    ["2027-03-28T01:00:00Z", "2027-03-28 03:00 (Europe/Berlin)"],
  ])("is told across both changes of the clocks: %s", (at, local) => {
    expect(formatInBothZones(new Date(at), "Europe/Berlin").local).toBe(local);
  });

  it("shows what the clocks there show", () => {
    const moment = fc.date({ min: new Date("2015-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (at, zone) => {
        expect(formatInBothZones(at, zone).local).toBe(`${wallClock(at, zone).slice(4, 20)} (${zone})`);
        expect(formatInBothZones(at, zone).utc).toBe(`${at.toISOString().slice(0, 16).replace("T", " ")} UTC`);
      }),
    );
  });
});
