import type { Refusal } from "@/lib/result";

type Words = Partial<Record<Refusal["code"], string>>;

/** The same answer for a wrong password, an unknown login and an account that is no Super User. */
const WRONG_SIGN_IN = "Login or password is not right, or this account is not a Super User.";
const WRONG_STEP_UP = "The password is not right. Nothing was changed. Type it again.";

const WORDS: Words = {
  session_ended: "Your session has ended. Sign in again to go on.",
  foreign_origin:
    "The portal is open at another address than its own, and takes no passwords there. Open it at the address it is configured for (NEXTAUTH_URL).",
  second_factor_required:
    "Your account has two-factor authentication. Type the code of your authenticator app, or a recovery code.",
  database_unreachable: "Matomo's database cannot be reached, so nobody can be checked. Try again in a few minutes.",
  schema_not_understood:
    "Matomo's tables were not found as expected, so nobody can be checked. Ask whoever runs the portal.",
  matomo_busy: "Matomo is busy right now. Try again in a few seconds.",
  identity_unknown:
    "Your single sign-on account belongs to no Super User of this Matomo. Ask whoever runs Matomo to give your user the same login or e-mail address.",
  identity_foreign:
    "Single sign-on confirmed somebody else than the person who is signed in here. Confirm again with your own account.",
  identity_stale:
    "Single sign-on did not say that you proved who you are just now. Try again; if this stays so, ask whoever runs the portal whether the provider supports it.",
  identity_weak:
    "Your Matomo account has two-factor authentication, and single sign-on did not use a second factor. Sign in with your Matomo password and code.",
};

const SIGN_IN_WORDS: Words = {
  second_factor_wrong:
    "This code is not right, or it was used already. Wait for the next code of your authenticator app and type that.",
  sign_in_locked:
    "There were too many failed attempts to sign in from this address or for this login, so the portal and Matomo let nobody in this way for now. Wait an hour, or ask another Super User to unblock it in Matomo (Administration, System, General settings, Login).",
};

const STEP_UP_WORDS: Words = {
  second_factor_wrong:
    "This code is not right, or it was used already. Nothing was changed. Type your password again, and the next code of your authenticator app.",
  step_up_locked:
    "A wrong password or code was given 5 times within 15 minutes. Nothing was changed, and you are still signed in. Wait 15 minutes, then confirm again.",
};

/** What next-auth itself answers when single sign-on was left or broken off. */
const BROKEN_OFF: ReadonlySet<string> = new Set(["OAuthSignin", "OAuthCallback", "Callback", "AccessDenied"]);
const NOT_FINISHED = "Single sign-on was not finished. Try again; if it fails again, ask whoever runs the portal.";

export const NO_ANSWER = "The portal did not answer. Check the connection and try again.";
const UNEXPECTED = "Something went wrong in the portal. Try again; the details are in the portal's log.";

function wordsIn(words: Words, code: string): string | undefined {
  return Object.entries(words).find(([known]) => known === code)?.[1];
}

function wordsFor(code: string): string {
  return wordsIn(WORDS, code) ?? (BROKEN_OFF.has(code) ? NOT_FINISHED : UNEXPECTED);
}

/** The sentence for an error that next-auth answers at sign-in. */
export function signInWords(error: string): string {
  return error === "CredentialsSignin" ? WRONG_SIGN_IN : (wordsIn(SIGN_IN_WORDS, error) ?? wordsFor(error));
}

/** The sentence for an error that next-auth answers when a deed is confirmed. Says that nothing was changed. */
export function stepUpWords(error: string): string {
  if (error === "CredentialsSignin") return WRONG_STEP_UP;
  return wordsIn(STEP_UP_WORDS, error) ?? `${wordsFor(error)} Nothing was changed.`;
}
