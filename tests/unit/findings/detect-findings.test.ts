import { describe, expect, it } from "vitest";
import { detectFindings, judgeUser } from "@/lib/domain/findings/detect-findings";

const LEVELS = ["view", "write", "admin", "superuser"] as const;
const row = (changes: {
  siteId?: number;
  siteExists?: boolean;
  login?: string;
  access?: string | null;
  count?: number;
}) => {
  const { siteId = 7, siteExists = true, login = "anonymous", access = "view", count = 1 } = changes;
  const gives = LEVELS.find((level) => level === access) ?? null;
  return { siteId, siteExists, login, isExact: login === "anonymous", access, gives, count };
};
const kinds = (rows: ReturnType<typeof row>[]) => detectFindings(rows).map(({ kind, detail }) => [kind, detail]);

describe("rows of anonymous", () => {
  it("that are one row `view` of the exact login are all right, and so is a row that says noaccess", () => {
    expect(kinds([row({})])).toEqual([]);
    expect(kinds([row({}), row({ access: "noaccess" })])).toEqual([]);
    expect(kinds([row({ login: "Anonymous", access: "noaccess" })])).toEqual([]);
  });

  it("each level above view is writable, worst first", () => {
    expect(kinds([row({ access: "write" })])).toEqual([["writable", "write"]]);
    expect(kinds([row({ access: "write" }), row({ access: "superuser" })])).toEqual([
      ["writable", "superuser, write"],
      ["duplicate-rows", "2 rows"],
    ]);
  });

  it("what only looks like a level is unclear and gives nothing, so it makes no duplicate", () => {
    expect(kinds([row({}), row({ access: "VIEW" }), row({ access: "view " }), row({ access: "" })])).toEqual([
      ["unclear-access", '"", "VIEW", "view "'],
    ]);
    expect(kinds([row({ access: "tagmanager_write", login: "ANONYMOUS" })])).toEqual([
      ["unclear-access", '"tagmanager_write"'],
    ]);
  });

  it("a NULL row is its own kind, beside whatever else there is", () => {
    expect(kinds([row({}), row({ access: null, count: 2 })])).toEqual([["null-access", "2 rows"]]);
  });

  it("several rows that give access are duplicates, whatever their spelling", () => {
    expect(kinds([row({ count: 3 })])).toEqual([["duplicate-rows", "3 rows"]]);
    expect(kinds([row({}), row({ login: "ānonymoüs" }), row({ login: "anonymous " })])).toEqual([
      ["other-spelling", '"anonymous ", "ānonymoüs"'],
      ["duplicate-rows", "3 rows"],
    ]);
  });

  it("of a site that is gone are orphans and nothing else, whatever they say", () => {
    expect(
      kinds([row({ siteExists: false, access: null }), row({ siteExists: false, access: "admin", count: 2 })]),
    ).toEqual([["orphan-rows", "3 rows"]]);
    expect(kinds([row({ siteExists: false, access: "noaccess" })])).toEqual([["orphan-rows", "1 row"]]);
  });

  it("are judged site by site", () => {
    expect(
      detectFindings([row({ siteId: 1, access: "admin" }), row({ siteId: 2 }), row({ siteId: 3, access: null })]),
    ).toEqual([
      { kind: "writable", subject: "1", detail: "admin" },
      { kind: "null-access", subject: "3", detail: "1 row" },
    ]);
  });

  it("are told so that one sees what is there, and never in more than the column holds", () => {
    const [hidden] = detectFindings([row({ access: "a\u0000\u202e\n" })]);
    expect(hidden?.detail).toBe('"a\\u0000\\u202e\\n"');
    const many = Array.from({ length: 40 }, (_, index) =>
      row({ access: `${String.fromCharCode(1).repeat(45)}${index}` }),
    );
    const [long] = detectFindings(many);
    expect([...(long?.detail ?? "")].length).toBeLessThanOrEqual(500);
    expect(long?.detail).toContain("and 35 more");
  });
});

describe("the user anonymous", () => {
  const plain = {
    ...{ login: "anonymous", isExact: true, hasPassword: false },
    ...{ hasSecondFactor: false, isInvited: false, isSuperUser: false, superUserAccess: 0 },
  };

  it("that is as Matomo installs it is all right", () => {
    expect(judgeUser(plain)).toEqual([]);
  });

  it("is missing, renamed, able to sign in or a Super User", () => {
    expect(judgeUser(null)).toEqual([{ kind: "anonymous-missing", subject: "", detail: "" }]);
    expect(judgeUser({ ...plain, login: "Anonymous", isExact: false })).toEqual([
      { kind: "anonymous-renamed", subject: "", detail: '"Anonymous"' },
    ]);
    expect(
      judgeUser({
        ...plain,
        hasPassword: true,
        hasSecondFactor: true,
        isInvited: true,
        isSuperUser: true,
        superUserAccess: 255,
      }),
    ).toEqual([
      { kind: "anonymous-can-sign-in", subject: "", detail: "password, second factor, invitation" },
      { kind: "anonymous-super-user", subject: "", detail: "superuser_access = 255" },
    ]);
  });
});
