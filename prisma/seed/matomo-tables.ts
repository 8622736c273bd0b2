import type { Db } from "@/lib/platform/db/client";

// Matomo 5.2's tables (docs/matomo.md#tables) as far as the portal reads or writes them, in SQLite's dialect. NOCASE
// stands for Matomo's case-insensitive collations. NOT NULL columns that Matomo's PHP always fills get a default.
const TABLES: Record<string, string> = {
  user: `
    login TEXT COLLATE NOCASE NOT NULL PRIMARY KEY,
    password TEXT NOT NULL,
    email TEXT COLLATE NOCASE NOT NULL UNIQUE,
    twofactor_secret TEXT NOT NULL DEFAULT '',
    superuser_access INTEGER NOT NULL DEFAULT 0,
    date_registered DATETIME NULL,
    ts_password_modified DATETIME NULL,
    idchange_last_viewed INTEGER NULL,
    invited_by TEXT NULL,
    invite_token TEXT NULL,
    invite_link_token TEXT NULL,
    invite_expired_at DATETIME NULL,
    invite_accept_at DATETIME NULL,
    ts_changes_shown DATETIME NULL`,
  access: `
    idaccess INTEGER PRIMARY KEY AUTOINCREMENT,
    login TEXT COLLATE NOCASE NOT NULL,
    idsite INTEGER NOT NULL,
    access TEXT NULL`,
  site: `
    idsite INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    main_url TEXT NOT NULL,
    ts_created DATETIME NULL,
    ecommerce INTEGER DEFAULT 0,
    sitesearch INTEGER DEFAULT 1,
    sitesearch_keyword_parameters TEXT NOT NULL DEFAULT '',
    sitesearch_category_parameters TEXT NOT NULL DEFAULT '',
    timezone TEXT NOT NULL,
    currency TEXT NOT NULL,
    exclude_unknown_urls INTEGER DEFAULT 0,
    excluded_ips TEXT NOT NULL DEFAULT '',
    excluded_parameters TEXT NOT NULL DEFAULT '',
    excluded_user_agents TEXT NOT NULL DEFAULT '',
    excluded_referrers TEXT NOT NULL DEFAULT '',
    \`group\` TEXT NOT NULL,
    \`type\` TEXT NOT NULL,
    keep_url_fragment INTEGER NOT NULL DEFAULT 0,
    creator_login TEXT COLLATE NOCASE NULL`,
  site_url: `
    idsite INTEGER NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (idsite, url)`,
  option: `
    option_name TEXT COLLATE NOCASE NOT NULL PRIMARY KEY,
    option_value TEXT NOT NULL,
    autoload INTEGER NOT NULL DEFAULT 1`,
  plugin_setting: `
    idplugin_setting INTEGER PRIMARY KEY AUTOINCREMENT,
    plugin_name TEXT COLLATE NOCASE NOT NULL,
    setting_name TEXT NOT NULL,
    setting_value TEXT NOT NULL,
    json_encoded INTEGER NOT NULL DEFAULT 0,
    user_login TEXT COLLATE NOCASE NOT NULL DEFAULT ''`,
  site_setting: `
    idsite_setting INTEGER PRIMARY KEY AUTOINCREMENT,
    idsite INTEGER NOT NULL,
    plugin_name TEXT COLLATE NOCASE NOT NULL,
    setting_name TEXT NOT NULL,
    setting_value TEXT NOT NULL,
    json_encoded INTEGER NOT NULL DEFAULT 0`,
  user_language: `
    login TEXT COLLATE NOCASE NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    use_12_hour_clock INTEGER NOT NULL DEFAULT 0`,
  locks: `
    \`key\` TEXT NOT NULL PRIMARY KEY,
    \`value\` TEXT NULL,
    expiry_time BIGINT DEFAULT 9999999999`,
  twofactor_recovery_code: `
    idrecoverycode INTEGER PRIMARY KEY AUTOINCREMENT,
    login TEXT COLLATE NOCASE NOT NULL,
    recovery_code TEXT COLLATE NOCASE NOT NULL`,
  brute_force_log: `
    id_brute_force_log INTEGER PRIMARY KEY AUTOINCREMENT,
    ip_address TEXT NULL,
    attempted_at DATETIME NOT NULL,
    login TEXT COLLATE NOCASE NULL`,
};

const INDEXES: Record<string, string> = {
  index_loginidsite: "access` (login, idsite)",
  index_ip_address: "brute_force_log` (ip_address)",
  index_idsite_plugin: "site_setting` (idsite, plugin_name)",
};

/** The statements that make Matomo's tables under `prefix` in SQLite. Harmless where the tables already exist. */
function matomoTableStatements(prefix: string): string[] {
  const tables = Object.entries(TABLES).map(
    ([name, columns]) => `CREATE TABLE IF NOT EXISTS \`${prefix}${name}\` (${columns}\n)`,
  );
  const indexes = Object.entries(INDEXES).map(
    ([name, on]) => `CREATE INDEX IF NOT EXISTS \`${prefix}${name}\` ON \`${prefix}${on}`,
  );
  return [...tables, ...indexes];
}

/** Makes the demo's Matomo tables under `prefix`, where they are missing. For SQLite only. */
export async function createMatomoTables(db: Db, prefix: string): Promise<void> {
  for (const statement of matomoTableStatements(prefix)) await db.$executeRawUnsafe(statement);
}
