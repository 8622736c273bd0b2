import type { Messages } from "@/messages/catalogue";

type FieldMessage = keyof Messages["fields"];
/**
 * What is wrong with a field: the name of a message in `fields`, and the number that it says, if it says one. Those that
 * schemas give to zod are held to it by tests/unit/field-codes.test.ts.
 */
export type FieldCode = FieldMessage | `${FieldMessage} ${number}`;

/** Everything that can be refused or fail in a way a person is told about. Closed: each has words in messages/, `errors`. */
export type ErrorCode =
  | "invalid_input"
  | "session_ended"
  | "foreign_origin"
  | "step_up_required"
  | "proof_expired"
  | "proof_used"
  | "proof_foreign"
  | "unknown_sites"
  | "canary_site"
  | "anonymous_user_missing"
  | "anonymous_user_renamed"
  | "anonymous_is_super_user"
  | "nobody_to_alert"
  | "matomo_busy"
  | "access_blocked"
  | "block_changed"
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
  | "database_read_only"
  | "outcome_unknown"
  | "busy"
  | "schema_not_understood"
  | "tables_not_transactional"
  | "change_not_undone"
  | "nobody_left_to_tell"
  | "second_factor_demanded"
  | "second_factor_not_proven"
  | "no_own_address"
  | "session_not_open"
  | "drill_too_soon"
  | "unexpected";

/**
 * A refusal or failure with a code; its words are found where it is answered, in the language of who asked. `cause`
 * goes to the log only. `fields` names form fields, each with the name of a message in `fields`; `siteIds` the sites
 * concerned.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>>;
  readonly siteIds: readonly number[];

  constructor(
    code: ErrorCode,
    options: { cause?: unknown; fields?: Record<string, FieldCode>; siteIds?: readonly number[] } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? {};
    this.siteIds = options.siteIds ?? [];
  }
}
