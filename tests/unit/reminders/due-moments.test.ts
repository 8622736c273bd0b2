import { describe, expect, it } from "vitest";
import { nextPeriodStart, periodAt } from "@/lib/domain/periods/policy";

type Row = [zone: string, startsAt: string, key: string, label: string, next: string];

const WEEKS: Row[] = [
  // summer time begins on Sunday 29 March 2026 in Berlin: that week is an hour short
  ["Europe/Berlin", "2026-03-23T07:00:00Z", "weekly/2026-W13", "2026-03-23", "2026-03-30T06:00:00Z"],
  ["Europe/Berlin", "2026-03-30T06:00:00Z", "weekly/2026-W14", "2026-03-30", "2026-04-06T06:00:00Z"],
  // and ends on Sunday 25 October 2026
  ["Europe/Berlin", "2026-10-19T06:00:00Z", "weekly/2026-W43", "2026-10-19", "2026-10-26T07:00:00Z"],
  ["Europe/Berlin", "2026-10-26T07:00:00Z", "weekly/2026-W44", "2026-10-26", "2026-11-02T07:00:00Z"],
  ["America/New_York", "2026-03-02T13:00:00Z", "weekly/2026-W10", "2026-03-02", "2026-03-09T12:00:00Z"],
  ["America/New_York", "2026-10-26T12:00:00Z", "weekly/2026-W44", "2026-10-26", "2026-11-02T13:00:00Z"],
  ["Asia/Kathmandu", "2026-11-23T02:15:00Z", "weekly/2026-W48", "2026-11-23", "2026-11-30T02:15:00Z"],
  ["Pacific/Apia", "2026-11-22T19:00:00Z", "weekly/2026-W48", "2026-11-23", "2026-11-29T19:00:00Z"],
  // in Cairo the day on which summer time begins, Friday 24 April 2026, starts at 01:00
  ["Africa/Cairo", "2026-04-20T06:00:00Z", "weekly/2026-W17", "2026-04-20", "2026-04-27T05:00:00Z"],
  ["Africa/Cairo", "2026-10-26T05:00:00Z", "weekly/2026-W44", "2026-10-26", "2026-11-02T06:00:00Z"],
  ["America/Sao_Paulo", "2018-10-29T11:00:00Z", "weekly/2018-W44", "2018-10-29", "2018-11-05T10:00:00Z"],
  ["America/Sao_Paulo", "2026-11-23T11:00:00Z", "weekly/2026-W48", "2026-11-23", "2026-11-30T11:00:00Z"],
  // Apia left out Friday 30 December 2011: that week has six days
  ["Pacific/Apia", "2011-12-26T18:00:00Z", "weekly/2011-W52", "2011-12-26", "2012-01-01T18:00:00Z"],
  ["+05:30", "2026-11-23T02:30:00Z", "weekly/2026-W48", "2026-11-23", "2026-11-30T02:30:00Z"],
  ["-03:30", "2026-11-23T11:30:00Z", "weekly/2026-W48", "2026-11-23", "2026-11-30T11:30:00Z"],
  // 2026 has 53 ISO weeks, and the last one reaches into 2027
  ["Europe/Berlin", "2026-12-21T07:00:00Z", "weekly/2026-W52", "2026-12-21", "2026-12-28T07:00:00Z"],
  ["Europe/Berlin", "2026-12-28T07:00:00Z", "weekly/2026-W53", "2026-12-28", "2027-01-04T07:00:00Z"],
  ["Europe/Berlin", "2027-01-04T07:00:00Z", "weekly/2027-W01", "2027-01-04", "2027-01-11T07:00:00Z"],
  // the first week of an ISO year may begin in the old calendar year
  ["Europe/Berlin", "2024-12-30T07:00:00Z", "weekly/2025-W01", "2024-12-30", "2025-01-06T07:00:00Z"],
];

const MONTHS: Row[] = [
  ["Europe/Berlin", "2026-03-01T07:00:00Z", "monthly/2026-03", "2026-03", "2026-04-01T06:00:00Z"],
  ["Europe/Berlin", "2026-10-01T06:00:00Z", "monthly/2026-10", "2026-10", "2026-11-01T07:00:00Z"],
  // summer time ends on the very day the reminder is due
  ["America/New_York", "2026-11-01T13:00:00Z", "monthly/2026-11", "2026-11", "2026-12-01T13:00:00Z"],
  ["Asia/Kathmandu", "2026-02-01T02:15:00Z", "monthly/2026-02", "2026-02", "2026-03-01T02:15:00Z"],
  ["Pacific/Apia", "2026-12-31T19:00:00Z", "monthly/2027-01", "2027-01", "2027-01-31T19:00:00Z"],
  ["+05:30", "2027-01-01T02:30:00Z", "monthly/2027-01", "2027-01", "2027-02-01T02:30:00Z"],
  ["-03:30", "2028-02-01T11:30:00Z", "monthly/2028-02", "2028-02", "2028-03-01T11:30:00Z"],
];

const CASES = [
  ...WEEKS.map((row) => ["weekly", ...row] as const),
  ...MONTHS.map((row) => ["monthly", ...row] as const),
];

describe("E42: a reminder is due on Monday, or on the 1st, at 08:00 of the instance's zone", () => {
  it.each(CASES)("%s in %s: at %s, not a millisecond before", (cadence, zone, startsAt, key, label, next) => {
    const due = new Date(startsAt);
    const before = new Date(due.getTime() - 1);
    expect(periodAt(due, cadence, zone)).toEqual({ key, label, startsAt: due });
    expect(nextPeriodStart(due, cadence, zone)).toEqual(new Date(next));
    expect(periodAt(before, cadence, zone).key).not.toBe(key);
    expect(nextPeriodStart(before, cadence, zone)).toEqual(due);
    expect(periodAt(new Date(Date.parse(next) - 1), cadence, zone).key).toBe(key);
  });

  it.each([
    ["weekly", "2026-03-29T00:59:59.999Z", "weekly/2026-W13"],
    ["weekly", "2026-03-29T01:00:00Z", "weekly/2026-W13"],
    ["weekly", "2026-10-25T00:30:00Z", "weekly/2026-W43"],
    ["weekly", "2026-10-25T01:30:00Z", "weekly/2026-W43"],
    ["weekly", "2027-01-01T00:00:00Z", "weekly/2026-W53"],
    ["weekly", "2028-02-29T12:00:00Z", "weekly/2028-W09"],
    ["monthly", "2027-01-31T23:30:00Z", "monthly/2027-01"],
    ["monthly", "2028-02-29T12:00:00Z", "monthly/2028-02"],
    ["monthly", "2028-03-01T06:59:59.999Z", "monthly/2028-02"],
    ["monthly", "2026-12-31T23:30:00Z", "monthly/2026-12"],
    ["monthly", "2026-03-31T12:00:00Z", "monthly/2026-03"],
  ] as const)("%s: %s in Berlin is in %s", (cadence, at, key) => {
    expect(periodAt(new Date(at), cadence, "Europe/Berlin").key).toBe(key);
  });

  it("after 29 February and after 31 January the next month begins on its 1st, skipping none", () => {
    const next = (at: string) => nextPeriodStart(new Date(at), "monthly", "UTC").toISOString();
    expect(next("2028-02-29T12:00:00Z")).toBe("2028-03-01T08:00:00.000Z");
    expect(next("2027-01-31T12:00:00Z")).toBe("2027-02-01T08:00:00.000Z");
  });

  it("gives plain instants, which no later computation reads in another zone", () => {
    const now = new Date("2026-11-23T12:00:00Z");
    for (const moment of [
      periodAt(now, "weekly", "Asia/Kathmandu").startsAt,
      nextPeriodStart(now, "weekly", "Asia/Kathmandu"),
    ]) {
      expect(Object.getPrototypeOf(moment)).toBe(Date.prototype);
    }
  });
});
