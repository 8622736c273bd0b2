import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type EndForm,
  endFieldFor,
  endShape,
  endsOnFrom,
  requireEnd,
} from "@/components/public-access/end-form-schema";
import { lastDayWords, nearEndWords, untilWords } from "@/components/public-access/end-words";

const AS_OF = "2026-11-24T06:00:00.000Z";
const inHours = (hours: number) => new Date(Date.parse(AS_OF) + hours * 3_600_000).toISOString();

describe("an end date in the list", () => {
  it("is marked from seven days before on, with the days left", () => {
    expect(nearEndWords(inHours(7 * 24 + 1), AS_OF)).toBeNull();
    expect(nearEndWords(inHours(7 * 24), AS_OF)).toEqual({ tone: "caution", words: "7 days left" });
    expect(nearEndWords(inHours(25), AS_OF)).toEqual({ tone: "caution", words: "1 day left" });
    expect(nearEndWords(inHours(23), AS_OF)).toEqual({ tone: "caution", words: "Less than a day left" });
  });

  it("that has passed is said in red: the site is still public", () => {
    expect(nearEndWords(AS_OF, AS_OF)).toEqual({ tone: "danger", words: "Over, yet still public" });
  });

  it("is named by its last day in the instance's time zone, not by the midnight after it", () => {
    expect(lastDayWords("2026-11-30T23:00:00.000Z", "Europe/Berlin")).toBe("30 Nov 2026");
    expect(untilWords("2026-11-30")).toBe("until 30 Nov 2026");
    expect(untilWords(null)).toBe("without an end date");
  });
});

describe("choosing an end date", () => {
  const check = (form: EndForm) => {
    const checked = requireEnd(z.object(endShape), "2026-11-24").safeParse(form);
    return checked.error?.issues.map((issue) => [issue.path[0], issue.message]) ?? [];
  };

  it("takes a number of days, a date from today on, or none", () => {
    expect(check({ end: "30", date: "" })).toEqual([]);
    expect(check({ end: "date", date: "2026-11-24" })).toEqual([]);
    expect(check({ end: "none", date: "" })).toEqual([]);
  });

  it("refuses a date that is missing or past, at its field", () => {
    expect(check({ end: "date", date: "" })).toEqual([["date", "Choose a date."]]);
    expect(check({ end: "date", date: "2026-11-23" })).toEqual([
      ["date", "This date is in the past. Choose a later one."],
    ]);
  });

  it("counts days from today in the instance's zone; a refused date lands where it was typed", () => {
    expect(endsOnFrom({ end: "90", date: "" }, "2026-11-24")).toBe("2027-02-22");
    expect(endsOnFrom({ end: "date", date: "2026-12-31" }, "2026-11-24")).toBe("2026-12-31");
    expect(endsOnFrom({ end: "none", date: "2026-12-31" }, "2026-11-24")).toBeNull();
    expect([endFieldFor("date"), endFieldFor("90")]).toEqual(["date", "end"]);
  });
});
