/** Everything that can be refused or fail in a way a person is told about. Closed: each code has words below. */
export type ErrorCode =
  | "invalid_input"
  | "session_ended"
  | "foreign_origin"
  | "step_up_required"
  | "proof_expired"
  | "proof_used"
  | "proof_foreign"
  | "unknown_sites"
  | "anonymous_user_missing"
  | "nobody_to_alert"
  | "matomo_busy"
  | "access_locked"
  | "access_paused"
  | "pause_changed"
  | "finding_gone"
  | "mail_gone"
  | "lease_lost"
  | "second_factor_required"
  | "second_factor_wrong"
  | "second_factor_missing"
  | "sign_in_locked"
  | "step_up_locked"
  | "identity_unknown"
  | "identity_foreign"
  | "identity_stale"
  | "identity_weak"
  | "database_unreachable"
  | "schema_not_understood"
  | "unexpected";

const WORDS: Record<ErrorCode, string> = {
  invalid_input: "Something in the form is not right. Nothing was changed. See the marked fields.",
  session_ended: "Your session has ended. Nothing was changed. Sign in again to go on.",
  foreign_origin: "The request did not come from this portal's own pages. Nothing was changed.",
  step_up_required: "This needs your password. Nothing was changed yet.",
  proof_expired: "Your password was confirmed more than 2 minutes ago. Nothing was changed. Type it again.",
  proof_used: "This confirmation was already used once. Nothing was changed. Type your password again.",
  proof_foreign:
    "Your password was confirmed for something else. Nothing was changed. Type it again for exactly this change.",
  unknown_sites: "Some of these sites do not exist in Matomo (any more). Nothing was changed.",
  anonymous_user_missing:
    "Matomo's user `anonymous` is missing, so no site can be made public. Nothing was changed. Matomo creates that user at installation only; restore it from a backup.",
  nobody_to_alert:
    "No Super User has an e-mail address that can be used, so nobody would hear of it. Nothing was changed. Set an address for a Super User in Matomo first.",
  matomo_busy: "Matomo is changing permissions right now. Nothing was changed. Try again in a few seconds.",
  access_locked:
    "Public access is locked: nothing may be public. Nothing was changed. Lift the lock in Settings first; every Super User is told.",
  access_paused:
    "Public access is paused. Nothing was changed. Resume it first, or let go of the sites that the pause put aside.",
  pause_changed:
    "The pause that you saw is over, or another one has begun. Nothing was changed. Reload the page and look again.",
  finding_gone:
    "What you saw is no longer so: it was mended, or it changed. Nothing was changed. Reload the page and look again.",
  mail_gone:
    "This mail is no longer waiting for anybody: it was sent, sent again or dismissed. Nothing was changed. Reload the page and look again.",
  lease_lost: "Another server has taken over this job. Nothing was changed here.",
  second_factor_required:
    "Your account has two-factor authentication. Nothing was changed. Type the 6-digit code of your authenticator app, or a recovery code.",
  second_factor_wrong:
    "This code is not right, or it was used already. Nothing was changed. Wait for the next code of your authenticator app and type that.",
  second_factor_missing:
    "Publishing needs a second factor here, and you did not prove one. Nothing was changed. Set up two-factor authentication for your account in Matomo, then sign in again.",
  sign_in_locked:
    "There were too many failed attempts to sign in from this address or for this login. Nothing was changed. Wait an hour, or ask whoever runs Matomo to unblock you there (Administration, System, General settings, Login).",
  step_up_locked:
    "A wrong password or code was given 5 times within 15 minutes. Nothing was changed, and you are still signed in. Wait 15 minutes, then confirm again.",
  identity_unknown:
    "Your single sign-on account belongs to no Super User of this Matomo. Nothing was changed. Ask whoever runs Matomo to give your user the same login or e-mail address.",
  identity_foreign:
    "Single sign-on confirmed somebody else than the person who is signed in here. Nothing was changed. Confirm again with your own account.",
  identity_stale:
    "Single sign-on did not say that you proved who you are just now. Nothing was changed. Confirm again; if this stays so, the provider does not support it and nothing can be published with it.",
  identity_weak:
    "Your Matomo account has two-factor authentication, and single sign-on did not use a second factor. Nothing was changed. Sign in with your Matomo password and code.",
  database_unreachable:
    "Matomo's database cannot be reached. The portal cannot know which sites are public. Nothing was changed.",
  schema_not_understood:
    "Matomo's tables were not found as expected. The portal cannot know which sites are public. Nothing was changed.",
  unexpected: "Something went wrong in the portal. Nothing was changed. The details are in the portal's log.",
};

/**
 * A refusal or failure with a code. `message` may be shown to the person concerned; `cause` goes to the log only.
 * `fields` names form fields, `siteIds` the sites concerned.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>>;
  readonly siteIds: readonly number[];

  constructor(
    code: ErrorCode,
    options: { message?: string; cause?: unknown; fields?: Record<string, string>; siteIds?: readonly number[] } = {},
  ) {
    super(options.message ?? WORDS[code], { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? {};
    this.siteIds = options.siteIds ?? [];
  }
}
