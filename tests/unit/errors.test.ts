import { describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { refusalMessage } from "@/lib/platform/languages/refusal-message";

/** Every code, by the compiler's word: a new one is missing here until it is added. */
const CODES = Object.keys({
  invalid_input: 0,
  session_ended: 0,
  foreign_origin: 0,
  step_up_required: 0,
  proof_expired: 0,
  proof_used: 0,
  proof_foreign: 0,
  unknown_sites: 0,
  canary_site: 0,
  anonymous_user_missing: 0,
  anonymous_user_renamed: 0,
  anonymous_is_super_user: 0,
  nobody_to_alert: 0,
  matomo_busy: 0,
  access_blocked: 0,
  block_changed: 0,
  finding_gone: 0,
  mail_gone: 0,
  lease_lost: 0,
  second_factor_required: 0,
  second_factor_wrong: 0,
  second_factor_missing: 0,
  sign_in_locked: 0,
  step_up_locked: 0,
  identity_unknown: 0,
  identity_foreign: 0,
  identity_stale: 0,
  identity_weak: 0,
  database_unreachable: 0,
  database_read_only: 0,
  outcome_unknown: 0,
  busy: 0,
  schema_not_understood: 0,
  tables_not_transactional: 0,
  change_not_undone: 0,
  nobody_left_to_tell: 0,
  second_factor_demanded: 0,
  second_factor_not_proven: 0,
  no_own_address: 0,
  session_not_open: 0,
  drill_too_soon: 0,
  unexpected: 0,
} satisfies Record<ErrorCode, 0>) as ErrorCode[];

/** After these a change may stand: this one, or the one that used the same confirmation. */
const OPEN = new Set<ErrorCode>(["outcome_unknown", "proof_used", "change_not_undone"]);

const wordsFor = (code: ErrorCode) => refusalMessage(new AppError(code), "en");

describe("an error of the portal", () => {
  it.each(CODES)("%s has words of its own: sentences, without the code itself", (code) => {
    expect(wordsFor(code)).toMatch(/^[A-Z].*\.$/);
    expect(wordsFor(code)).not.toContain(code);
    expect(CODES.filter((other) => wordsFor(other) === wordsFor(code))).toEqual([code]);
  });

  it.each(CODES.filter((code) => !OPEN.has(code)))("%s says that nothing was changed", (code) => {
    expect(wordsFor(code)).toMatch(/Nothing was changed/);
  });

  it.each([...OPEN])("%s does not say that nothing was changed, and leads to the list", (code) => {
    expect(wordsFor(code)).not.toMatch(/nothing/i);
    expect(wordsFor(code)).toContain("check the list");
  });

  it.each(["database_unreachable", "schema_not_understood"] as const)("%s says that it is unknown", (code) => {
    expect(wordsFor(code)).toContain("which sites are public is unknown");
    expect(wordsFor(code)).not.toMatch(/no site|nothing is public|0 sites/i);
  });

  it("keeps its cause for the log and never prints it", () => {
    const cause = new Error("password of the database");
    const error = new AppError("unexpected", { cause });
    expect(error.cause).toBe(cause);
    expect(`${error.message}${JSON.stringify({ fields: error.fields, siteIds: error.siteIds })}`).not.toContain(
      "password",
    );
  });

  it("names fields and sites only when it was given some", () => {
    expect(new AppError("unexpected")).toMatchObject({ fields: {}, siteIds: [] });
    expect(new AppError("unknown_sites", { siteIds: [7], fields: { siteIds: "sayWhy" } })).toMatchObject({
      ...{ name: "AppError", message: "unknown_sites", siteIds: [7], fields: { siteIds: "sayWhy" } },
    });
  });
});
