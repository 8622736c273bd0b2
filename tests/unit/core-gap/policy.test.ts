import { describe, expect, it } from "vitest";
import { coreGapOf } from "@/lib/reports/core-gap/policy";
import { type Protection, type ProtectionStatus, protections } from "@/lib/reports/core-gap/schema";

/** What a version has, and of what its number does not tell; the rest it lacks. */
function standings(has: Protection[], unknown: Protection[] = []): ProtectionStatus[] {
  return protections.map((one) => (has.includes(one) ? "has" : unknown.includes(one) ? "unknown" : "lacks"));
}

describe("Matomo's own protections", () => {
  const FROM_510: Protection[] = ["alertMail", "password"];
  const FROM_530: Protection[] = [...FROM_510, "changeLock"];
  const FROM_580: Protection[] = [...FROM_530, "bulkLimit"];
  const FROM_590: Protection[] = [...FROM_580, "logoutUser"];
  const FROM_5130: Protection[] = [...FROM_590, "adminPassword"];
  it.each<[string, ProtectionStatus[]]>([
    ["4.10.0", standings([])],
    ["4.16.1", standings([])],
    ["5.0.0-rc5", standings([])],
    ["5.0.3", standings([])],
    // Which of its betas had them is not written anywhere.
    ["5.1.0-b1", standings([], FROM_510)],
    ["5.1.0-rc1", standings([], FROM_510)],
    ["5.1.0", standings(FROM_510)],
    ["5.2.0-b5", standings(FROM_510)],
    // Some 5.2.x got it, too.
    ["5.2.0-b6", standings(FROM_510, ["changeLock"])],
    ["5.2.0", standings(FROM_510, ["changeLock"])],
    ["5.2.9", standings(FROM_510, ["changeLock"])],
    ["5.3.0-b2", standings(FROM_510, ["changeLock"])],
    ["5.3.0", standings(FROM_530)],
    ["5.7.2", standings(FROM_530)],
    ["5.8.0-b1", standings(FROM_530, ["bulkLimit"])],
    ["5.8.0", standings(FROM_580)],
    ["5.9.0-rc1", standings(FROM_580, ["logoutUser"])],
    ["5.9.0", standings(FROM_590)],
    ["5.11.2", standings(FROM_590)],
    ["5.12.0", standings(FROM_590, ["otherSpellings"])],
    ["5.13.0-b1", standings(FROM_590, ["otherSpellings", "adminPassword"])],
    ["5.13.0", standings(FROM_5130, ["otherSpellings"])],
    ["5.14.1", standings(FROM_5130, ["otherSpellings"])],
    ["6.0.0-alpha", standings(FROM_5130, ["otherSpellings"])],
    ["6.0.0-b1", standings([...protections])],
    ["6.0.0", standings([...protections])],
    [" 5.1.0 ", standings(FROM_510)],
  ])("of %j", (version, expected) => {
    const gap = coreGapOf(version);
    expect(protections.map((protection) => gap.standings[protection])).toEqual(expected);
  });

  it.each([
    ...[null, "", "5", "5.1", "5.x-dev", "5.1.0.1", "v5.1.0", "99999.0.0", "5.1.0-nightly"],
    // Nobody has read what came later.
    ...["5.15.0", "5.99.0", "6.0.1", "6.1.0-b1", "7.0.0"],
  ])("are not known of %j", (version) => {
    expect(Object.values(coreGapOf(version).standings)).toEqual(standings([], [...protections]));
  });

  it("names the version as it was read, and none that could not be", () => {
    expect(coreGapOf(" 5.2.0-b5 ").version).toBe("5.2.0-b5");
    expect(coreGapOf("<b>5.1").version).toBeNull();
  });
});
