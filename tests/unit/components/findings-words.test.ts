import { describe, expect, it } from "vitest";
import { findingDeeds } from "@/components/findings/finding-deeds";
import { findingWords, seenWords } from "@/components/findings/findings-words";
import { groupFindings, siteWords } from "@/components/findings/group-findings";
import type { Finding } from "@/lib/findings/schema";
import { anonymousFindingKinds, findingKinds, siteFindingKinds } from "@/lib/findings/terms";

function finding(kind: Finding["kind"], siteId: number | null, needsAttention = true): Finding {
  return {
    kind,
    site: siteId === null ? null : { id: siteId, name: `Site ${siteId}` },
    detail: "",
    since: "2026-11-24T05:00:00.000Z",
    acknowledged: null,
    needsAttention,
  };
}

describe("the words of findings", () => {
  it("are of its own for each kind: what it is, what it means, what to do", () => {
    for (const part of ["title", "meaning", "remedy"] as const) {
      expect(new Set(findingKinds.map((kind) => findingWords[kind][part])).size).toBe(findingKinds.length);
    }
  });

  it("are whole sentences, in the words of this product", () => {
    for (const kind of findingKinds) {
      const { meaning, remedy } = findingWords[kind];
      expect([kind, meaning, remedy]).toEqual([kind, expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      expect(`${meaning} ${remedy}`).not.toMatch(/\b(admin|toggle|enable|notification|share)\b/i);
    }
  });

  it("name the level of a site that strangers may write to", () => {
    expect(seenWords("writable", "admin")).toBe("Public and writable: admin");
    expect(seenWords("writable", "")).toBe("");
    expect(seenWords("duplicate-rows", "3 rows")).toBe("3 rows");
  });

  it("say that an error of Matomo concerns the sign-in page too (fact 18.6), and that ids are given again (fact 15.7)", () => {
    expect(findingWords["null-access"].meaning).toContain("sign-in page");
    expect(findingWords["orphan-rows"].meaning).toContain("new site");
  });
});

describe("what the portal offers to do about a finding", () => {
  it("is something for every finding about rows, and nothing for the user anonymous, which it never changes", () => {
    for (const kind of siteFindingKinds) expect([kind, findingDeeds[kind].length > 0]).toEqual([kind, true]);
    for (const kind of anonymousFindingKinds) expect([kind, findingDeeds[kind]]).toEqual([kind, []]);
  });

  it("is for a public site that strangers may write to: reduce to view, or make private", () => {
    expect(findingDeeds.writable).toEqual(["reduce", "revoke"]);
    expect(findingDeeds["null-access"]).toEqual(["remove"]);
    expect(findingDeeds["orphan-rows"]).toEqual(["clean"]);
  });
});

describe("findings on the page", () => {
  it("stand by kind, the worst first, each kind in the order it came", () => {
    const { groups } = groupFindings([
      finding("orphan-rows", 9),
      finding("public-outside", 3),
      finding("writable", 7),
      finding("public-outside", 2),
      finding("anonymous-super-user", null),
    ]);
    expect(groups.map((group) => [group.kind, group.findings.map((one) => one.site?.id ?? null)])).toEqual([
      ["writable", [7]],
      ["anonymous-super-user", [null]],
      ["public-outside", [3, 2]],
      ["orphan-rows", [9]],
    ]);
  });

  it("are never lost: what was called intended is listed apart", () => {
    const intended = finding("writable", 7, false);
    expect(groupFindings([intended, finding("writable", 8)])).toEqual({
      groups: [{ kind: "writable", findings: [finding("writable", 8)] }],
      intended: [intended],
    });
  });

  it("have a name even where Matomo has none", () => {
    expect(siteWords({ id: 12, name: "" })).toBe("Site 12");
    expect(siteWords(null)).toBe("Matomo's user anonymous");
  });
});
