import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  adding,
  keepDraft,
  leavingOut,
  type PublishDraft,
  readDraft,
  startPublishing,
} from "@/components/publish/draft";
import { onlySiteOf, pastedSites } from "@/components/publish/pasted-sites";
import { amongThese } from "@/components/publish/public-among";
import { keepPublished, newlyPublic, type Published, readPublished } from "@/components/publish/published";
import { reasonFieldOf, reasonFormSchema } from "@/components/publish/reason-form";
import { publishSteps, stepToShow } from "@/components/publish/step-policy";
import { typedNumber } from "@/components/publish/typed-number";

const TODAY = "2026-11-24";

const ANNA = "anna.berg";

const complete: PublishDraft = {
  login: ANNA,
  siteIds: [3, 5],
  named: [
    { id: 3, name: "Shop" },
    { id: 5, name: "Blog" },
  ],
  reason: "Open figures",
  end: "90",
  date: "",
  typedCount: "2",
  hasRead: true,
  isUncertain: false,
};

const published: Published = {
  login: ANNA,
  at: "2026-11-24T08:15:00.000Z",
  siteIds: [3, 5, 8],
  named: [{ id: 3, name: "Shop" }],
  endsOn: "2027-02-22",
  outcome: {
    grantedCount: 2,
    granted: [{ id: 3, name: "Shop" }],
    alreadyPublic: [{ id: 5, name: "Blog", grantedBy: "anna", since: null }],
    alreadyPublicCount: 1,
    mailCount: 4,
    unreachable: [],
  },
};

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("window", {
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  });
  return () => vi.unstubAllGlobals();
});

describe("which step of publishing is shown", () => {
  const shown = (asked: string | null, changes: Partial<PublishDraft> = {}) =>
    stepToShow(asked, { draft: { ...complete, ...changes }, hasPublished: false });

  it("is the one that the address asks for, once all before it is there", () => {
    expect(["sites", "consequences", "reason", "prove"].map((step) => shown(step))).toEqual([
      "sites",
      "consequences",
      "reason",
      "prove",
    ]);
  });

  it("is the first one for an address that asks for none, or for none that there is", () => {
    expect([shown(null), shown("publish"), shown("")]).toEqual(["sites", "sites", "sites"]);
  });

  it("is never one past the consequences before they were read", () => {
    const unread = { hasRead: false };
    expect(publishSteps.map((step) => shown(step, unread))).toEqual([
      "sites",
      "consequences",
      "consequences",
      "consequences",
      "consequences",
    ]);
  });

  it.each([
    ["a reason", { reason: "  " }],
    ["the number of sites", { typedCount: "" }],
    ["exactly the number of sites", { typedCount: "3" }],
    ["the other date that was chosen", { end: "date", date: "" }],
  ] as const)("is never the proof without %s", (_what, missing) => {
    expect([shown("prove", missing), shown("done", missing)]).toEqual(["reason", "reason"]);
  });

  it("is the proof without a number, for one site", () => {
    expect(shown("prove", { siteIds: [3], typedCount: "" })).toBe("prove");
  });

  it("is never done before it was done, and nothing else afterwards: Back and a reload repeat nothing", () => {
    expect(shown("done")).toBe("prove");
    const afterwards = { draft: null, hasPublished: true };
    expect(publishSteps.map((step) => stepToShow(step, afterwards))).toEqual(publishSteps.map(() => "done"));
  });

  it("is that nothing is chosen, in a tab where nothing was", () => {
    expect(stepToShow("prove", { draft: null, hasPublished: false })).toBe("nothing");
  });

  it("asks again what it means and how many, when sites are left out", () => {
    const left = leavingOut(complete, [5]);
    expect(left).toMatchObject({ siteIds: [3], named: [{ id: 3, name: "Shop" }], reason: "Open figures" });
    expect(stepToShow("prove", { draft: left, hasPublished: false })).toBe("consequences");
  });
});

describe("what is kept in the tab", () => {
  it("is what was typed, and that an answer is still out", () => {
    keepDraft({ ...complete, isUncertain: true });
    expect(readDraft(ANNA)).toEqual({ ...complete, isUncertain: true });
  });

  it("is nobody else's, who signs in in the same tab", () => {
    keepDraft(complete);
    keepPublished(published);
    expect([readDraft("jonas.holm"), readPublished("jonas.holm")]).toEqual([null, null]);
    startPublishing([{ id: 9, name: "New" }], "jonas.holm");
    expect(readDraft("jonas.holm")).toMatchObject({ siteIds: [9], reason: "" });
    expect(readDraft(ANNA)).toBeNull();
  });

  it("is the reason and the end when other sites are chosen; what it means and how many is asked anew", () => {
    keepDraft({ ...complete, end: "30" });
    expect(startPublishing([{ id: 9, name: "New" }], ANNA)).toBe("consequences");
    expect(readDraft(ANNA)).toEqual({
      ...complete,
      ...{ siteIds: [9], named: [{ id: 9, name: "New" }], end: "30", typedCount: "", hasRead: false },
    });
  });

  it("is what nobody knows the end of: nothing new is begun before somebody has looked", () => {
    keepDraft({ ...complete, isUncertain: true });
    expect(startPublishing([{ id: 9, name: "New" }], ANNA)).toBe("prove");
    expect(readDraft(ANNA)).toEqual({ ...complete, isUncertain: true });
  });

  it("is no draft and no outcome when it was not written by this portal", () => {
    for (const text of ["", "null", "[]", "{}", '{"siteIds":["1"]}', JSON.stringify({ ...complete, siteIds: [] })]) {
      kept.set("public-access.publish", text);
      kept.set("public-access.published", text);
      expect([text, readDraft(ANNA), readPublished(ANNA)]).toEqual([text, null, null]);
    }
  });

  it("forgets what was done before when something new is begun", () => {
    keepPublished(published);
    expect(readPublished(ANNA)).toEqual(published);
    startPublishing([{ id: 9, name: "New" }], ANNA);
    expect(readPublished(ANNA)).toBeNull();
    expect(readDraft(ANNA)).toMatchObject({ siteIds: [9], reason: "", end: "90", hasRead: false, isUncertain: false });
  });
});

describe("what can be taken back at the end", () => {
  it("is exactly what became public, not what was public before", () => {
    expect(newlyPublic(published)).toEqual([
      { id: 3, name: "Shop" },
      { id: 8, name: "" },
    ]);
  });

  it("is nothing when only the number of those that were public before is known", () => {
    const outcome = { ...published.outcome, alreadyPublicCount: 2 };
    expect(newlyPublic({ ...published, outcome })).toBeNull();
  });
});

describe("looking after a lost connection", () => {
  it("finds those of exactly these sites that are public", () => {
    expect(amongThese([3, 5, 8], [1, 5, 8, 9])).toEqual({ count: 2, siteIds: [5, 8] });
    expect(amongThese([3], [])).toEqual({ count: 0, siteIds: [] });
  });
});

describe("the reason, the end and the number", () => {
  const marked = (siteCount: number, typed: Partial<PublishDraft>) => {
    const { reason, end, date, typedCount } = { ...complete, ...typed };
    const checked = reasonFormSchema(siteCount, TODAY, "exactly!").safeParse({ reason, end, date, typedCount });
    return checked.error?.issues.map((issue) => [issue.path[0], issue.message]) ?? [];
  };

  it("are all marked together when they are missing", () => {
    expect(marked(2, { reason: " ", end: "date", date: "", typedCount: "" }).map(([field]) => field)).toEqual([
      "reason",
      "typedCount",
      "date",
    ]);
    expect(marked(2, {})).toEqual([]);
  });

  it("take exactly the number of sites, as it is written in any of the languages", () => {
    expect(["1,000", "1.000", "1 000", "1\u202f000", "1’000", "١٠٠٠", "١٬٠٠٠"].map(typedNumber)).toEqual(
      Array(7).fill(1000),
    );
    expect(["1,234,567", "12,34,567", "1 234 567", "999"].map(typedNumber)).toEqual([1234567, 1234567, 1234567, 999]);
    for (const none of ["", "ten", "-2", "2e3", "1000000000"]) expect(typedNumber(none)).toBeNull();
    for (const none of ["1.5", "1,5", "15.", ".15", "1.50", "0.500", "1.5000", "1,000.500", "1.000,5", "1 5", "1..000"])
      expect(typedNumber(none)).toBeNull();
    expect(marked(2, { typedCount: "3" })).toEqual([["typedCount", "exactly!"]]);
    expect(marked(1, { typedCount: "" })).toEqual([]);
  });

  it("refuse a date in the past", () => {
    expect(marked(2, { end: "date", date: "2026-11-23" })).toEqual([["date", "endInPast"]]);
  });

  it("are marked where they were typed when the server refuses them", () => {
    expect(["reason", "typedCount", "siteIds"].map((name) => reasonFieldOf(name, "90"))).toEqual([
      "reason",
      "typedCount",
      null,
    ]);
    expect([reasonFieldOf("endsOn", "date"), reasonFieldOf("endsOn", "90")]).toEqual(["date", "end"]);
  });
});

describe("sites that are added on the page itself", () => {
  it("are asked about anew, each once, in order", () => {
    expect(
      adding(complete, [
        { id: 4, name: "Wiki" },
        { id: 3, name: "Shop" },
      ]),
    ).toMatchObject({
      siteIds: [3, 4, 5],
      named: [...complete.named, { id: 4, name: "Wiki" }],
      typedCount: "",
      hasRead: false,
    });
  });

  it("can be pasted as IDs or names, from a list or a table", () => {
    expect(pastedSites("3 5\t7")).toEqual(["3", "5", "7"]);
    expect(pastedSites("Shop Nord\r\nBlog, Wiki;3\n\n")).toEqual(["Shop Nord", "Blog", "Wiki", "3"]);
    expect(pastedSites("Shop Nord")).toEqual(["Shop Nord"]);
    expect(pastedSites(Array.from({ length: 300 }, (_, id) => id).join("\n"))).toHaveLength(100);
  });

  it("are taken only where a text means exactly one", () => {
    const sites = [
      { id: 3, name: "Shop" },
      { id: 4, name: "shop" },
      { id: 33, name: "Blog" },
    ];
    expect(onlySiteOf("3", sites)?.id).toBe(3);
    expect(onlySiteOf("blog", sites)?.id).toBe(33);
    expect(onlySiteOf("Shop", sites)).toBeNull();
    expect(onlySiteOf("Bl", sites)).toBeNull();
  });
});
