import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type EndForm,
  endFieldFor,
  endShape,
  endsOnFrom,
  requireEnd,
} from "@/components/access-change/end-form-schema";

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
    expect(check({ end: "date", date: "" })).toEqual([["date", "chooseDate"]]);
    expect(check({ end: "date", date: "2026-11-23" })).toEqual([["date", "endInPast"]]);
  });

  it("counts days from today in the instance's zone; a refused date lands where it was typed", () => {
    expect(endsOnFrom({ end: "90", date: "" }, "2026-11-24")).toBe("2027-02-22");
    expect(endsOnFrom({ end: "date", date: "2026-12-31" }, "2026-11-24")).toBe("2026-12-31");
    expect(endsOnFrom({ end: "none", date: "2026-12-31" }, "2026-11-24")).toBeNull();
    expect([endFieldFor("date"), endFieldFor("90")]).toEqual(["date", "end"]);
  });
});
