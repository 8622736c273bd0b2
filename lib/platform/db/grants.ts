/** What the portal may do with one table. `all`: every column, for tables of its own. */
export type TableRights = {
  table: string;
  select: readonly string[] | "all";
  insert: readonly string[] | "all";
  update: readonly string[];
  delete: boolean;
};

/** Rights that not every installation needs. */
export type OptionalRights = {
  /** `user.invite_token` exists since Matomo 4.11 (docs/matomo.md#versions) */
  pendingInvites: boolean;
  /** `MATOMO_SALT` is set, so that a one-time code used here is used up in Matomo too (docs/matomo.md#second-factor) */
  matomoSalt: boolean;
  /**
   * `WHO_WAS_ACTIVE`; `tokens`: on, in a Matomo older than 5.4, whose `user` has no `ts_last_seen`
   * (docs/matomo.md#traces-of-use)
   */
  whoWasActive: "off" | "tokens" | "pages-and-tokens";
};

/** What a Matomo of today needs, and no salt given. */
export const USUAL_RIGHTS: OptionalRights = {
  pendingInvites: true,
  matomoSalt: false,
  whoWasActive: "pages-and-tokens",
};

export const AUDIT_TABLE = "portal_audit_event";

type Rights = Partial<Omit<TableRights, "table">>;

const rights = (table: string, given: Rights): TableRights => ({
  table,
  select: [],
  insert: [],
  update: [],
  delete: false,
  ...given,
});

/** Matomo's tables: the columns the code reads and writes, by name. No UPDATE anywhere. */
export function matomoRights(prefix: string, { pendingInvites, matomoSalt }: OptionalRights): TableRights[] {
  const user = ["login", "email", "password", "superuser_access", "twofactor_secret", "ts_password_modified"];
  const access = ["login", "idsite", "access"];
  const lock = ["key", "value", "expiry_time"];
  const attempt = ["ip_address", "attempted_at", "login"];
  return [
    rights(`${prefix}user`, { select: pendingInvites ? [...user, "invite_token"] : user }),
    rights(`${prefix}site`, { select: ["idsite", "name", "main_url", "ts_created", "timezone", "group", "type"] }),
    rights(`${prefix}site_url`, { select: ["idsite", "url"] }),
    rights(`${prefix}user_language`, { select: ["login", "language"] }),
    rights(`${prefix}option`, {
      select: ["option_name", "option_value"],
      insert: matomoSalt ? ["option_name", "option_value", "autoload"] : [],
    }),
    rights(`${prefix}plugin_setting`, {
      select: ["idplugin_setting", "plugin_name", "setting_name", "setting_value", "json_encoded", "user_login"],
    }),
    rights(`${prefix}site_setting`, { select: ["idsite", "plugin_name", "setting_name", "setting_value"] }),
    rights(`${prefix}access`, { select: access, insert: access, delete: true }),
    rights(`${prefix}locks`, { select: lock, insert: lock, delete: true }),
    rights(`${prefix}brute_force_log`, { select: attempt, insert: attempt }),
    rights(`${prefix}twofactor_recovery_code`, { select: ["login", "recovery_code"], delete: true }),
  ];
}

/**
 * The portal's own tables. What is evidence can be added to and never changed: the audit log, of which only from where
 * an event came can be deleted; in the outbox, which event each mail is about, for which logins and since when; of what
 * a provider said everything but its words; of a proof nothing but that it was used. What a mail says and its address
 * have an end, so that they can be changed.
 */
const PORTAL: readonly TableRights[] = [
  rights(AUDIT_TABLE, { select: "all", insert: "all" }),
  rights("portal_audit_origin", { select: "all", insert: "all", delete: true }),
  rights("portal_audit_head", { select: "all", update: ["seq", "hash", "holder"] }),
  rights("portal_commit", { select: "all", insert: "all", delete: true }),
  rights("portal_publication", {
    select: "all",
    insert: "all",
    update: [
      ...["until", "warned_days", "reviewed_at", "reviewed_by", "review_note"],
      ...["lapses_at", "lapse_warned_days", "missing_since", "site_name", "site_url", "site_created"],
      ...["earlier_by", "earlier_reason", "earlier_until"],
    ],
    delete: true,
  }),
  rights("portal_former_publication", { select: "all", insert: "all", delete: true }),
  rights("portal_paused", { select: "all", insert: "all", delete: true }),
  rights("portal_finding", {
    select: "all",
    insert: "all",
    update: ["detail", "event_seq", "acknowledged_at", "acknowledged_by", "ack_reason", "ack_until"],
    delete: true,
  }),
  rights("portal_roster", {
    select: "all",
    insert: "all",
    update: ["email", "seen_at", "unreachable_since", "unreachable_why"],
    delete: true,
  }),
  rights("portal_message", {
    select: "all",
    insert: "all",
    update: ["subject", "html", "text", "facts", "forgotten_at"],
  }),
  rights("portal_outbox", {
    select: "all",
    insert: "all",
    update: [
      ...["state", "attempts", "next_attempt_at", "claim", "claimed_until", "sent_at", "provider_id", "last_error"],
      ...["sent_via", "polled_at", "handled_at", "identity", "recipient", "address"],
    ],
  }),
  rights("portal_mail_event", { select: "all", insert: "all", update: ["recipient", "detail"] }),
  rights("portal_escalation", {
    select: "all",
    insert: "all",
    update: ["state", "attempts", "next_attempt_at", "sent_at", "last_error"],
  }),
  rights("portal_slow_reminders", { select: "all", insert: "all", delete: true }),
  rights("portal_probe", { select: "all", insert: "all", delete: true }),
  rights("portal_probe_site", { select: "all", insert: "all", delete: true }),
  rights("portal_proof", { select: "all", insert: "all", update: ["consumed_at"], delete: true }),
  rights("portal_burnt_code", { select: "all", insert: "all", delete: true }),
  rights("portal_session", {
    select: "all",
    insert: "all",
    update: ["ended_at", "last_seen_at", "ip", "user_agent"],
    delete: true,
  }),
  rights("portal_lease", { select: "all", insert: "all", update: ["holder", "fence", "expires_at"] }),
  rights("portal_run", { select: "all", insert: "all", update: ["finished_at", "outcome", "counts"], delete: true }),
  rights("portal_setting", { select: "all", insert: "all", update: ["value", "updated_at", "updated_by"] }),
  rights("_prisma_migrations", { select: ["migration_name", "finished_at", "rolled_back_at"] }),
];

/** What tells who used Matomo, and when. Without it the portal does all it promises, and says that it is not known. */
export function tracesRights(prefix: string, { whoWasActive }: OptionalRights): TableRights[] {
  if (whoWasActive === "off") return [];
  const tokens = rights(`${prefix}user_token_auth`, { select: ["login", "description", "last_used"] });
  // Last, and a statement of its own: where the column is not there, nothing else is refused with it.
  return whoWasActive === "tokens" ? [tokens] : [tokens, rights(`${prefix}user`, { select: ["ts_last_seen"] })];
}

/** Every right the portal cannot do without, table by table: the grants and the probes (privileges.ts) are made from it. */
export function portalRights(prefix: string, optional: OptionalRights = USUAL_RIGHTS): TableRights[] {
  return [...matomoRights(prefix, optional), ...PORTAL];
}

/**
 * The rights with which the portal runs on MySQL and MariaDB, all of them and no more: the integration tests run under
 * this list, and docs/operations.md prints it. Migrations need CREATE and INDEX besides, or another account.
 * @param account as MySQL writes it: `'portal'@'%'`
 */
export function portalGrants(
  database: string,
  prefix: string,
  account: string,
  optional: OptionalRights = USUAL_RIGHTS,
): string[] {
  return [...portalRights(prefix, optional), ...tracesRights(prefix, optional)].map(
    (table) => `GRANT ${words(table)} ON ${quoted(database)}.${quoted(table.table)} TO ${account}`,
  );
}

function words(table: TableRights): string {
  const parts = [
    rightLabel("SELECT", table.select),
    rightLabel("INSERT", table.insert),
    rightLabel("UPDATE", table.update),
    table.delete ? "DELETE" : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** One right as GRANT writes it: `SELECT (\`login\`, \`email\`)`, or the bare word for a whole table. */
export function rightLabel(right: string, columns: readonly string[] | "all"): string {
  if (columns === "all") return right;
  return columns.length === 0 ? "" : `${right} (${columns.map(quoted).join(", ")})`;
}

/** A name of a table or column as SQL; only ever constants of this code base and the checked prefix. */
export function quoted(name: string): string {
  return `\`${name}\``;
}
