import { describe, expect, it } from "vitest";
import {
  activityPath,
  exportPath,
  filterParams,
  historyPath,
  readActivityAddress,
  readHistoryAddress,
} from "@/components/activity/activity-address";
import { auditExportSchema, auditFilterSchema } from "@/lib/ledger/audit/filter-schema";

const EVERYTHING = auditFilterSchema.parse({});

describe("the address of the activity", () => {
  it("asks for nothing when it says nothing, or leaves fields empty as a form without scripts does", () => {
    for (const params of [{}, { kind: "", who: "", from: "", to: "", site: "" }]) {
      expect(readActivityAddress(params)).toEqual({ filter: EVERYTHING, page: 1, isWrong: false });
    }
  });

  it("is read back as it was written, whatever a login is", () => {
    const filter = auditFilterSchema.parse({
      kind: "mails",
      who: "a&b=ü %",
      from: "2026-11-01",
      to: "2026-11-30",
      site: "7",
    });
    const path = activityPath({ filter, page: 3 });
    const params = Object.fromEntries(new URL(path, "http://x.example").searchParams);
    expect(readActivityAddress(params)).toEqual({ filter, page: 3, isWrong: false });
    expect(activityPath({ filter: EVERYTHING, page: 1 })).toBe("/activity");
  });

  it("takes the first of several, and says so when it asks for what there is not", () => {
    expect(readActivityAddress({ kind: ["mails", "people"] }).filter.kind).toBe("mails");
    for (const wrong of [{ kind: "weather" }, { site: "-1" }, { from: "yesterday" }, { page: "0" }]) {
      expect(readActivityAddress(wrong)).toMatchObject({ filter: EVERYTHING, page: 1, isWrong: true });
    }
  });

  it("of the history says how far it reaches back, unless that is as usual, and is read back", () => {
    expect([historyPath("90"), historyPath("365")]).toEqual(["/activity/history", "/activity/history?range=365"]);
    expect(readHistoryAddress({ range: ["365", "all"] })).toBe("365");
    for (const wrong of [{}, { range: "1" }, { range: "" }]) expect(readHistoryAddress(wrong)).toBe("90");
  });

  it("ignores what is not its own", () => {
    expect(readActivityAddress({ utm_source: "mail", pageSize: "3" })).toMatchObject({
      filter: EVERYTHING,
      isWrong: false,
    });
  });

  it("leads to a file with the same filters", () => {
    const filter = auditFilterSchema.parse({ who: "*jobs", site: "7" });
    const params = Object.fromEntries(new URL(exportPath(filter, "csv"), "http://x.example").searchParams);
    expect(auditExportSchema.parse(params)).toEqual({ ...filter, format: "csv" });
    expect(filterParams(filter)).toEqual({ who: "*jobs", site: "7" });
  });
});
