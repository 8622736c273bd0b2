import { describe, expect, it } from "vitest";
import { actionsFor, findingActions } from "@/components/findings/finding-actions";
import { seenLabel, siteLabel } from "@/components/findings/finding-labels";
import { countIssues, foldGroups, groupFindings } from "@/components/findings/group-findings";
import type { Finding } from "@/lib/domain/findings/schema";
import { anonymousFindingKinds, findingKinds, siteFindingKinds } from "@/lib/ledger/facts/finding-terms";
import { parseFindingDetail } from "@/lib/ledger/facts/seen-schema";
import { languages } from "@/messages/catalogue";
import { translatorOf } from "@/tests/support/translator-of";

const t = translatorOf("findings");

function finding(kind: Finding["kind"], siteId: number | null, needsAttention = true): Finding {
  return {
    kind,
    site: siteId === null ? null : { id: siteId, name: `Site ${siteId}` },
    seen: null,
    since: "2026-11-24T05:00:00.000Z",
    acknowledged: null,
    needsAttention,
  };
}

describe.each(languages())("the words of findings in %s", (language) => {
  const words = translatorOf("findings", language);

  it("are of its own for each kind: what it is, what it means, what to do", () => {
    for (const part of ["title", "meaning", "remedy"] as const) {
      expect(new Set(findingKinds.map((kind) => words(`kinds.${kind}.${part}`))).size).toBe(findingKinds.length);
    }
  });

  it("are whole sentences, in the words of this product", () => {
    for (const kind of findingKinds) {
      const [meaning, remedy] = [words(`kinds.${kind}.meaning`), words(`kinds.${kind}.remedy`)];
      expect([kind, meaning, remedy]).toEqual([kind, expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      expect(`${meaning} ${remedy}`).not.toMatch(/\b(admin|toggle|enable|notification|share)\b/i);
    }
  });

  it("name the one site, and count several", () => {
    const said = (count: number) =>
      words.markup("line", { count, site: "Shop", what: "public", name: (name) => `[${name}]` });
    expect(said(1)).toMatch(/^\[Shop\].*public$/);
    expect(said(23)).toMatch(/^(?!.*Shop).*(23|٢٣).*public$/);
  });
});

describe("what was seen of a finding", () => {
  const seen = (kind: Finding["kind"], detail: string) => seenLabel(t, { kind, seen: parseFindingDetail(detail) });

  it("is the level of a site that strangers may write to, rows, ways to sign in, or texts as the database holds them", () => {
    expect(seen("writable", "admin")).toBe("Public and writable: admin");
    expect(seen("writable", "")).toBe("");
    expect([seen("duplicate-rows", "1 row"), seen("null-access", "3 rows")]).toEqual([
      "Permissions: 1",
      "Permissions: 3",
    ]);
    expect(seen("anonymous-can-sign-in", "password, second factor")).toBe("password, second factor");
    expect(seen("other-spelling", '"Anonymous", "anonymous " and 2 more')).toBe('"Anonymous", "anonymous " and 2 more');
  });

  it("is said in the language of whoever reads", () => {
    const german = translatorOf("findings", "de");
    expect(seenLabel(german, { kind: "duplicate-rows", seen: { type: "rows", count: 3 } })).toBe("Berechtigungen: 3");
    expect(seenLabel(german, { kind: "anonymous-can-sign-in", seen: { type: "ways", ways: ["second-factor"] } })).toBe(
      "zweiter Faktor",
    );
  });

  it("says that an error of Matomo concerns the sign-in page too, and that ids are given again", () => {
    expect(t("kinds.null-access.meaning")).toContain("sign-in page");
    expect(t("kinds.orphan-rows.meaning")).toContain("new site");
  });
});

describe("what the portal offers to do about a finding", () => {
  it("is something for every finding about rows, and nothing for the user anonymous, which it never changes", () => {
    for (const kind of siteFindingKinds) expect([kind, findingActions[kind].length > 0]).toEqual([kind, true]);
    for (const kind of anonymousFindingKinds) expect([kind, findingActions[kind]]).toEqual([kind, []]);
  });

  it("is for a public site that strangers may write to: make private, or limit to view", () => {
    expect(findingActions.writable).toEqual(["revoke", "reduce"]);
    expect(findingActions["null-access"]).toEqual(["remove"]);
    expect(findingActions["orphan-rows"]).toEqual(["clean"]);
  });
});

describe("findings on the page", () => {
  it("are one issue for a site, whatever was found of it, and the safe action stands first", () => {
    const { groups } = groupFindings([
      finding("other-spelling", 6),
      finding("public-outside", 6),
      finding("public-outside", 3),
      finding("null-access", 6),
    ]);
    expect(groups.map(({ kinds }) => kinds)).toEqual([
      ["null-access", "other-spelling", "public-outside"],
      ["public-outside"],
    ]);
    expect(countIssues(groups)).toBe(2);
    expect(actionsFor(groups[0]?.kinds ?? [])).toEqual(["revoke", "remove", "reduce"]);
  });

  it("stand by what is so, the worst first, each in the order it came", () => {
    const { groups } = groupFindings([
      finding("orphan-rows", 9),
      finding("public-outside", 3),
      finding("writable", 7),
      finding("public-outside", 2),
      finding("anonymous-super-user", null),
    ]);
    expect(groups.map((group) => [group.kinds[0], group.findings.map((one) => one.site?.id ?? null)])).toEqual([
      ["writable", [7]],
      ["anonymous-super-user", [null]],
      ["public-outside", [3, 2]],
      ["orphan-rows", [9]],
    ]);
  });

  it("are never lost: what was called intended is listed apart", () => {
    const intended = finding("writable", 7, false);
    expect(groupFindings([intended, finding("writable", 8)])).toEqual({
      groups: [{ kinds: ["writable"], findings: [finding("writable", 8)] }],
      intended: [intended],
    });
  });

  it("have a name even where Matomo has none", () => {
    expect(siteLabel(t, { id: 12, name: "" })).toBe("Site 12");
    expect(siteLabel(t, { id: 4711, name: null })).toBe("Site 4711 (deleted in Matomo)");
    expect(siteLabel(t, null)).toBe("Matomo’s user anonymous");
  });

  it("leave room for the list of sites: of many kinds the two most urgent are shown, and urgent ones never go unsaid", () => {
    const kinds = (...of: Finding["kind"][]) =>
      groupFindings(of.map((kind, at) => finding(kind, kind === "anonymous-super-user" ? null : at + 1))).groups;
    const few = kinds("writable", "public-outside", "orphan-rows");
    expect(foldGroups(few)).toEqual({ shown: few, urgentHidden: 0 });
    const many = kinds("orphan-rows", "writable", "null-access", "anonymous-super-user", "public-outside");
    const { shown, urgentHidden } = foldGroups(many);
    expect(shown.map(({ kinds: [kind] }) => kind)).toEqual(["writable", "null-access"]);
    expect(urgentHidden).toBe(1);
  });
});
