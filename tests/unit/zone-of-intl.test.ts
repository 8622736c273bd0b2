import { expect, it } from "vitest";
import { zoneOfIntl } from "@/lib/auth/language/instance-zone";
import { zoneFromMatomo } from "@/lib/matomo/time-zone";

const NOON = new Date("2026-12-01T12:00:00Z");
const clock = (timeZone: string) =>
  new Intl.DateTimeFormat("en", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(NOON);

it.each([
  ["Europe/Berlin", "13:00"],
  ["UTC", "12:00"],
  ["UTC+0", "12:00"],
  ["UTC+5.5", "17:30"],
  ["UTC+5.75", "17:45"],
  ["UTC-3", "09:00"],
  ["UTC+14", "02:00"],
  ["UTC-9.5", "02:30"],
])("the zone %s of Matomo is one that each Intl knows, with the same clock", (stored, time) => {
  expect(clock(zoneOfIntl(zoneFromMatomo(stored)))).toBe(time);
});

it("a zone that no place keeps all year is printed as UTC, and called so", () => {
  expect(zoneOfIntl(zoneFromMatomo("UTC-3.5"))).toBe("UTC");
});
