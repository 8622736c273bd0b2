import { describe, expect, it } from "vitest";
import { detectFindings, judgeUser } from "@/lib/domain/findings/detect-findings";
import { parseFindingDetail, seenFactSchema } from "@/lib/ledger/facts/seen-schema";

const row = { siteId: 7, siteExists: true, login: "anonymous", isExact: true, count: 1 };
const user = {
  login: "anonymous",
  isExact: true,
  hasPassword: false,
  hasSecondFactor: false,
  isInvited: false,
  isSuperUser: false,
  superUserAccess: 0,
};
const seen = (found: readonly { kind: string; detail: string }[]) =>
  found.map(({ kind, detail }) => [kind, parseFindingDetail(detail)]);

describe("what was seen of a finding", () => {
  it("is read back as it was written: rows counted, levels and values as they are", () => {
    expect(seen(detectFindings([{ ...row, access: "admin", gives: "admin", count: 2 }]))).toEqual([
      ["writable", { type: "texts", texts: "admin", more: 0 }],
      ["duplicate-rows", { type: "rows", count: 2 }],
    ]);
    expect(seen(detectFindings([{ ...row, access: null, gives: null }]))).toEqual([
      ["null-access", { type: "rows", count: 1 }],
    ]);
    const odd = ["a", "b", "c", "d", "e", "f and 2 more", "3 rows"];
    expect(seen(detectFindings(odd.map((access) => ({ ...row, access, gives: null }))))).toEqual([
      ["unclear-access", { type: "texts", texts: '"3 rows", "a", "b", "c", "d"', more: 2 }],
    ]);
    expect(seen(detectFindings([{ ...row, access: "x and 2 more", gives: null }]))).toEqual([
      ["unclear-access", { type: "texts", texts: '"x and 2 more"', more: 0 }],
    ]);
  });

  it("of the user anonymous is a way to sign in, a name or a value, or nothing", () => {
    expect(seen(judgeUser(null))).toEqual([["anonymous-missing", null]]);
    expect(seen(judgeUser({ ...user, hasPassword: true, hasSecondFactor: true, isInvited: true }))).toEqual([
      ["anonymous-can-sign-in", { type: "ways", ways: ["password", "second-factor", "invitation"] }],
    ]);
    expect(
      seen(judgeUser({ ...user, login: "password", isExact: false, isSuperUser: true, superUserAccess: 2 })),
    ).toEqual([
      ["anonymous-renamed", { type: "texts", texts: '"password"', more: 0 }],
      ["anonymous-super-user", { type: "texts", texts: "superuser_access = 2", more: 0 }],
    ]);
  });

  it("is taken in both forms: as it is, and as the text of mails that waited while the portal was updated", () => {
    expect(seenFactSchema.parse("3 rows")).toEqual({ type: "rows", count: 3 });
    expect(seenFactSchema.parse("")).toBeNull();
    expect(seenFactSchema.parse(null)).toBeNull();
    const kept = { type: "texts", texts: "admin", more: 0 };
    expect(seenFactSchema.parse(kept)).toEqual(kept);
  });
});
