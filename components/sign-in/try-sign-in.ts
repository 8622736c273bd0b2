import { type AuthTranslator, signInLabel } from "@/components/auth/next-auth-labels";

/** What came of it; with a sentence for whatever was not accepted. */
type SignInOutcome =
  | { is: "in" }
  | { is: "code-asked" }
  | { is: "credentials-wrong" | "code-wrong" | "refused"; message: string };

const PLACES: Readonly<Record<string, "credentials-wrong" | "code-wrong">> = {
  CredentialsSignin: "credentials-wrong",
  second_factor_wrong: "code-wrong",
};

/**
 * Tries login, password and (empty when none was asked for yet) the code. Never throws and never leaves the page, so
 * that what was typed stays.
 */
export async function trySignIn(
  typed: { identifier: string; password: string; code: string },
  t: AuthTranslator,
): Promise<SignInOutcome> {
  try {
    const { getProviders, signIn } = await import("next-auth/react");
    if (!(await getProviders())) return { is: "refused", message: t("problem.no_answer") };
    const answer = await signIn("matomo", { ...typed, redirect: false });
    if (answer?.ok && !answer.error) return { is: "in" };
    const error = answer?.error ?? "unexpected";
    if (error === "second_factor_required") return { is: "code-asked" };
    return { is: PLACES[error] ?? "refused", message: signInLabel(t, error) };
  } catch {
    return { is: "refused", message: t("problem.no_answer") };
  }
}
