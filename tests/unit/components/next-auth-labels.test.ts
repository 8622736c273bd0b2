import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import * as words from "@/components/auth/next-auth-labels";
import { messagesIn } from "@/messages/catalogue";

const t = createTranslator({ locale: "en", messages: messagesIn("en"), namespace: "auth" });
const signInLabel = (error: string) => words.signInLabel(t, error);
const stepUpLabel = (error: string) => words.stepUpLabel(t, error);

/** Every code that next-auth's providers answer with. */
const atSignIn = [
  "CredentialsSignin",
  "foreign_origin",
  "second_factor_required",
  "second_factor_wrong",
  "sign_in_locked",
  "identity_unknown",
  "identity_foreign",
  "identity_stale",
  "identity_weak",
  "database_unreachable",
  "database_read_only",
  "outcome_unknown",
  "busy",
  "schema_not_understood",
  "matomo_busy",
  "OAuthSignin",
  "OAuthCallback",
  "AccessDenied",
];
const atStepUp = [
  "CredentialsSignin",
  "session_ended",
  "foreign_origin",
  "second_factor_required",
  "second_factor_wrong",
  "step_up_locked",
  "identity_unknown",
  "identity_foreign",
  "identity_stale",
  "identity_weak",
  "database_unreachable",
  "database_read_only",
  "outcome_unknown",
  "busy",
  "schema_not_understood",
  "matomo_busy",
];
const UNEXPECTED = signInLabel("no such code");

describe("the sentence for what next-auth answers", () => {
  it.each(atSignIn)("%s at sign-in has words of its own, which say nothing of changes", (code) => {
    expect(signInLabel(code)).not.toBe(UNEXPECTED);
    expect(signInLabel(code)).not.toMatch(/changed/);
  });

  it.each(atStepUp)("%s at a step-up has words of its own, which say once that nothing was changed", (code) => {
    expect(stepUpLabel(code)).not.toContain(UNEXPECTED);
    expect(stepUpLabel(code).match(/Nothing was changed[.,]/g)).toHaveLength(1);
  });

  it.each(["", "no such code", "toString", "__proto__", "<b>x</b>"])(
    "%j, which anybody can put into the address, is never shown",
    (code) => {
      expect(signInLabel(code)).toBe(UNEXPECTED);
      expect(stepUpLabel(code)).toBe(`${UNEXPECTED} Nothing was changed.`);
    },
  );
});
