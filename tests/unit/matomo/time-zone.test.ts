import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoneFromMatomo } from "@/lib/matomo/time-zone";
import { formatInBothZones } from "@/lib/platform/date-format";

describe("a time zone of Matomo", () => {
  it.each(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "America/Argentina/Ushuaia", "UTC"])(
    "%s is one that dates can be computed in as it is",
    (zone) => {
      expect(zoneFromMatomo(zone)).toBe(zone);
    },
  );

  it.each([
    ["UTC+5.5", "+05:30"],
    ["UTC-3.5", "-03:30"],
    ["UTC+12.75", "+12:45"],
    ["UTC+5.75", "+05:45"],
    ["UTC+8.25", "+08:15"],
    ["UTC+0", "+00:00"],
    ["UTC-1", "-01:00"],
    ["UTC-12", "-12:00"],
    ["UTC+14", "+14:00"],
  ])("%s is the offset %s", (stored, zone) => {
    expect(zoneFromMatomo(stored)).toBe(zone);
  });

  it.each([
    "",
    " ",
    "garbage",
    "Mars/Olympus",
    "UTC+",
    "UTC+5.3",
    "UTC+5:30",
    "UTC+5.50",
    "utc+5.5",
    "UTC+14.25",
    "UTC-15",
    "UTC+25",
    "UTC+99.75",
    "UTC+100",
    "Europe/Berlin ",
    "UTC+5.5; DROP TABLE",
  ])("%j names none, and UTC stands in", (stored) => {
    expect(zoneFromMatomo(stored)).toBe("UTC");
  });

  it("is always one in which a moment can be told, at most 14 hours away, whatever is stored", () => {
    const at = new Date("2026-11-23T12:00:00Z");
    const stored = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom("+", "-"), fc.nat(120), fc.constantFrom("", ".25", ".5", ".75", "."))
        .map((x) => `UTC${x.join("")}`),
    );
    fc.assert(
      fc.property(stored, (text) => {
        const local = formatInBothZones(at, zoneFromMatomo(text)).local.slice(0, 16);
        const away = Date.parse(`${local.replace(" ", "T")}Z`) - at.getTime();
        expect(Math.abs(away)).toBeLessThanOrEqual(14 * 3_600_000);
      }),
    );
  });
});
