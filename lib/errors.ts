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
  | "second_factor_unsupported"
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
  second_factor_unsupported:
    "Your account has two-factor authentication, which this version of the portal cannot check yet. It does not let you in with the password alone.",
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
