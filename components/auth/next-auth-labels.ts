import type { useTranslations } from "use-intl";
import type { Messages } from "@/messages/catalogue";

/** What says the words of signing in and of confirming, on the server as in the browser. */
export type AuthTranslator = ReturnType<typeof useTranslations<"auth">>;

const CODES = [
  "session_ended",
  "foreign_origin",
  "second_factor_required",
  "second_factor_wrong",
  "database_unreachable",
  "database_read_only",
  "outcome_unknown",
  "busy",
  "schema_not_understood",
  "matomo_busy",
  "identity_unknown",
  "identity_foreign",
  "identity_stale",
  "identity_weak",
] as const;
const SIGN_IN_CODES = [...CODES, "sign_in_locked"] as const;
const STEP_UP_CODES = [...CODES, "step_up_locked"] as const;

/** What next-auth itself answers when single sign-on was left or broken off. */
const BROKEN_OFF: ReadonlySet<string> = new Set(["OAuthSignin", "OAuthCallback", "Callback", "AccessDenied"]);

/** The name of the message for an error, which anybody can put into the address: one of these, whatever it says. */
function nameOf<C extends string>(error: string, codes: readonly C[]): C | "not_finished" | "unexpected" {
  if (BROKEN_OFF.has(error)) return "not_finished";
  return codes.find((code) => code === error) ?? "unexpected";
}

/**
 * The sentence for an error that next-auth answers at sign-in: the same for a wrong password, an unknown login and an
 * account that is no Super User.
 */
export function signInLabel(t: AuthTranslator, error: string): string {
  return t(`problem.${error === "CredentialsSignin" ? "wrong_login" : nameOf(error, SIGN_IN_CODES)}`);
}

/** The sentence for an error that next-auth answers when an action is confirmed. */
export function stepUpLabel(t: AuthTranslator, error: string): string {
  return unchanged(t, error === "CredentialsSignin" ? "wrong_password" : nameOf(error, STEP_UP_CODES));
}

/** Why an action was not confirmed, and that nothing was changed: it is sent only after the confirmation. */
export function unchanged(t: AuthTranslator, problem: keyof Messages["auth"]["problem"]): string {
  return `${t(`problem.${problem}`)} ${t("unchanged")}`;
}
