import { describe, expect, it } from "vitest";
import { coreGapOf } from "@/lib/core-gap/policy";
import { protections, type Standing } from "@/lib/core-gap/schema";

describe("Matomo's own protections", () => {
  const LACKS_ALL: Standing[] = ["lacks", "lacks", "lacks", "lacks"];
  const FROM_510: Standing[] = ["has", "has", "lacks", "lacks"];
  const LATER: Standing[] = ["has", "has", "unknown", "unknown"];
  const NOTHING_KNOWN: Standing[] = ["unknown", "unknown", "unknown", "unknown"];
  it.each<[string | null, Standing[]]>([
    ["4.10.0", LACKS_ALL],
    ["4.16.1", LACKS_ALL],
    ["5.0.0", LACKS_ALL],
    ["5.0.3", LACKS_ALL],
    ["5.0.0-rc5", LACKS_ALL],
    // Which of its betas had them is not written anywhere.
    ["5.1.0-b1", ["unknown", "unknown", "lacks", "lacks"]],
    ["5.1.0-rc1", ["unknown", "unknown", "lacks", "lacks"]],
    ["5.1.0", FROM_510],
    ["5.1.2", FROM_510],
    ["5.2.0-b5", FROM_510],
    ["5.2.0-b6", LATER],
    ["5.2.0", LATER],
    ["5.4.0-b4", LATER],
    ["5.10.0", LATER],
    ["6.0.0", LATER],
    ["6.0.0-alpha", LATER],
    [" 5.1.0 ", FROM_510],
    [null, NOTHING_KNOWN],
    ["", NOTHING_KNOWN],
    ["5", NOTHING_KNOWN],
    ["5.1", NOTHING_KNOWN],
    ["5.x-dev", NOTHING_KNOWN],
    ["5.1.0.1", NOTHING_KNOWN],
    ["v5.1.0", NOTHING_KNOWN],
    ["99999.0.0", NOTHING_KNOWN],
    ["5.1.0-nightly", NOTHING_KNOWN],
  ])("of %j", (version, standings) => {
    const gap = coreGapOf(version);
    expect(protections.map((protection) => gap.standings[protection])).toEqual(standings);
  });

  it("names the version as it was read, and none that could not be", () => {
    expect(coreGapOf(" 5.2.0-b5 ").version).toBe("5.2.0-b5");
    expect(coreGapOf("<b>5.1").version).toBeNull();
  });

  it("never says that a version has what no release is known to have", () => {
    for (const version of ["5.3.0", "5.4.0", "5.99.0", "7.0.0"]) {
      const { otherSpellings, changeLock } = coreGapOf(version).standings;
      expect([otherSpellings, changeLock]).toEqual(["unknown", "unknown"]);
    }
  });
});
