import { describe, expect, it } from "vitest";
import { emptyPublishForm, publishFormSchema } from "@/components/public-access/publish-form-schema";
import { placeRefusal } from "@/components/public-access/publish-refusal";
import type { Viewer } from "@/lib/auth/schema";
import type { Refusal } from "@/lib/result";

const filled = { ...emptyPublishForm, reason: "Open figures", password: "secret", code: "123456" };

function marked(provesBy: Viewer["provesBy"], typed: Partial<typeof filled>): unknown[] {
  const checked = publishFormSchema(1, "2026-11-24", provesBy).safeParse({ ...filled, ...typed });
  return checked.error?.issues.map((issue) => issue.path[0]) ?? [];
}

function refusal(code: Refusal["code"]): Refusal {
  return { ok: false, code, message: `words of ${code}`, fields: {}, siteIds: [] };
}

describe("what the publish form asks for as proof", () => {
  it("is the password, of somebody without a second factor", () => {
    expect(marked("password", { code: "" })).toEqual([]);
    expect(marked("password", { code: "", password: "" })).toEqual(["password"]);
  });

  it("is password and code, of somebody who has one; all that is missing is marked together", () => {
    expect(marked("password-and-code", {})).toEqual([]);
    expect(marked("password-and-code", { code: " " })).toEqual(["code"]);
    expect(marked("password-and-code", { reason: "", code: "", password: "" })).toEqual(["reason", "password", "code"]);
  });

  it("takes a recovery code as it was copied, and nothing far too long", () => {
    expect(marked("password-and-code", { code: " abcd efgh-ijkl mnop " })).toEqual([]);
    expect(marked("password-and-code", { code: "1".repeat(41) })).toEqual(["code"]);
    expect(marked("password", { password: "x".repeat(1_001) })).toEqual(["password"]);
  });

  it("is nothing typed, with single sign-on", () => {
    expect(marked("single-sign-on", { password: "", code: "" })).toEqual([]);
  });
});

describe("where the publish form shows a refusal", () => {
  it.each(["step_up_required", "proof_expired", "proof_used", "proof_foreign"] as const)(
    "%s is shown at the password, and above the form where there is none",
    (code) => {
      expect(placeRefusal(refusal(code), "90", "password-and-code")).toMatchObject({ at: "field", field: "password" });
      expect(placeRefusal(refusal(code), "90", "single-sign-on")).toMatchObject({ at: "form" });
    },
  );

  it.each(["second_factor_missing", "step_up_locked", "nobody_to_alert"] as const)(
    "%s is a problem of the whole form, in the server's words",
    (code) => {
      expect(placeRefusal(refusal(code), "90", "password")).toEqual({
        at: "form",
        message: `words of ${code}`,
        goneSiteIds: [],
        sessionEnded: false,
      });
    },
  );
});
