import type { Refusal } from "@/lib/result";

/** The same answer for a wrong password, an unknown login and an account that is no Super User. */
const WRONG_SIGN_IN = "Login or password is not right, or this account is not a Super User.";

const WORDS: Partial<Record<Refusal["code"], string>> = {
  session_ended: "Your session has ended. Sign in again to go on.",
  foreign_origin:
    "The portal is open at another address than its own, and takes no passwords there. Open it at the address it is configured for (NEXTAUTH_URL).",
  second_factor_unsupported:
    "Your account has two-factor authentication, which this version of the portal cannot check yet. It does not let you in with the password alone.",
  database_unreachable:
    "Matomo's database cannot be reached, so your password cannot be checked. Try again in a few minutes.",
  schema_not_understood:
    "Matomo's tables were not found as expected, so your password cannot be checked. Ask whoever runs the portal.",
  matomo_busy: "Matomo is busy right now. Try again in a few seconds.",
};

export const NO_ANSWER = "The portal did not answer. Check the connection and try again.";
const UNEXPECTED = "Something went wrong in the portal. Try again; the details are in the portal's log.";

function isKnown(code: string): code is keyof typeof WORDS {
  return Object.hasOwn(WORDS, code);
}

function wordsFor(code: string): string {
  return (isKnown(code) ? WORDS[code] : undefined) ?? UNEXPECTED;
}

/** The sentence for an error that next-auth answers at sign-in. */
export function signInWords(error: string): string {
  return error === "CredentialsSignin" ? WRONG_SIGN_IN : wordsFor(error);
}

/** The sentence for an error that next-auth answers when the password is confirmed. */
export function stepUpWords(error: string): string {
  if (error === "CredentialsSignin") return "The password is not right. Nothing was changed. Type it again.";
  return `${wordsFor(error)} Nothing was changed.`;
}
