/** The Matomo versions whose tables the tests build: the oldest supported one, and the current line. */
export type MatomoVersion = "4.10" | "5.x";

export type MatomoInstall = {
  dialect: "mysql" | "sqlite";
  prefix: string;
  version: MatomoVersion;
  /** MySQL only */
  charset: string;
  collation: string;
};

/** Column definition in MySQL's words; `since` when Matomo 4.10 does not have it. */
type Column = { name: string; type: string; since?: "5.x" };
type Table = { name: string; columns: Column[]; keys: string[] };

const column = (name: string, type: string): Column => ({ name, type });
const later = (name: string, type: string): Column => ({ name, type, since: "5.x" });

/** Written from facts 1.2-1.4. Only tables that the portal or its tests touch. */
const TABLES: Table[] = [
  {
    name: "user",
    columns: [
      column("login", "VARCHAR(100) NOT NULL"),
      column("password", "VARCHAR(255) NOT NULL"),
      column("email", "VARCHAR(100) NOT NULL"),
      column("twofactor_secret", "VARCHAR(40) NOT NULL DEFAULT ''"),
      column("superuser_access", "TINYINT(2) UNSIGNED NOT NULL DEFAULT 0"),
      column("date_registered", "TIMESTAMP NULL"),
      column("ts_password_modified", "TIMESTAMP NULL"),
      column("idchange_last_viewed", "INT UNSIGNED NULL"),
      later("invited_by", "VARCHAR(100) NULL"),
      later("invite_token", "VARCHAR(191) NULL"),
      later("invite_link_token", "VARCHAR(191) NULL"),
      later("invite_expired_at", "TIMESTAMP NULL"),
      later("invite_accept_at", "TIMESTAMP NULL"),
      later("ts_changes_shown", "TIMESTAMP NULL"),
    ],
    keys: ["PRIMARY KEY (`login`)"],
  },
  {
    name: "access",
    columns: [
      column("idaccess", "INT(10) UNSIGNED NOT NULL AUTO_INCREMENT"),
      column("login", "VARCHAR(100) NOT NULL"),
      column("idsite", "INT UNSIGNED NOT NULL"),
      column("access", "VARCHAR(50) NULL"),
    ],
    keys: ["PRIMARY KEY (`idaccess`)", "INDEX `index_loginidsite` (`login`, `idsite`)"],
  },
  {
    name: "site",
    columns: [
      column("idsite", "INT(10) UNSIGNED NOT NULL AUTO_INCREMENT"),
      column("name", "VARCHAR(90) NOT NULL"),
      column("main_url", "VARCHAR(255) NOT NULL"),
      column("ts_created", "TIMESTAMP NULL"),
      column("ecommerce", "TINYINT DEFAULT 0"),
      column("sitesearch", "TINYINT DEFAULT 1"),
      column("sitesearch_keyword_parameters", "TEXT NOT NULL"),
      column("sitesearch_category_parameters", "TEXT NOT NULL"),
      column("timezone", "VARCHAR(50) NOT NULL"),
      column("currency", "CHAR(3) NOT NULL"),
      column("exclude_unknown_urls", "TINYINT(1) DEFAULT 0"),
      column("excluded_ips", "TEXT NOT NULL"),
      column("excluded_parameters", "TEXT NOT NULL"),
      column("excluded_user_agents", "TEXT NOT NULL"),
      later("excluded_referrers", "TEXT NOT NULL"),
      column("group", "VARCHAR(250) NOT NULL"),
      column("type", "VARCHAR(255) NOT NULL"),
      column("keep_url_fragment", "TINYINT NOT NULL DEFAULT 0"),
      column("creator_login", "VARCHAR(100) NULL"),
    ],
    keys: ["PRIMARY KEY (`idsite`)"],
  },
  {
    name: "site_url",
    columns: [column("idsite", "INT(10) UNSIGNED NOT NULL"), column("url", "VARCHAR(190) NOT NULL")],
    keys: ["PRIMARY KEY (`idsite`, `url`)"],
  },
  {
    name: "site_setting",
    columns: [
      column("idsite", "INT(10) UNSIGNED NOT NULL"),
      column("plugin_name", "VARCHAR(60) NOT NULL"),
      column("setting_name", "VARCHAR(255) NOT NULL"),
      column("setting_value", "LONGTEXT NOT NULL"),
      column("json_encoded", "TINYINT UNSIGNED NOT NULL DEFAULT 0"),
      column("idsite_setting", "BIGINT UNSIGNED NOT NULL AUTO_INCREMENT"),
    ],
    keys: ["PRIMARY KEY (`idsite_setting`)", "INDEX `idsite` (`idsite`, `plugin_name`)"],
  },
  {
    name: "plugin_setting",
    columns: [
      column("plugin_name", "VARCHAR(60) NOT NULL"),
      column("setting_name", "VARCHAR(255) NOT NULL"),
      column("setting_value", "LONGTEXT NOT NULL"),
      column("json_encoded", "TINYINT UNSIGNED NOT NULL DEFAULT 0"),
      column("user_login", "VARCHAR(100) NOT NULL DEFAULT ''"),
      column("idplugin_setting", "BIGINT UNSIGNED NOT NULL AUTO_INCREMENT"),
    ],
    keys: ["PRIMARY KEY (`idplugin_setting`)", "INDEX `plugin_name` (`plugin_name`, `user_login`)"],
  },
  {
    name: "option",
    columns: [
      column("option_name", "VARCHAR(191) NOT NULL"),
      column("option_value", "LONGTEXT NOT NULL"),
      column("autoload", "TINYINT NOT NULL DEFAULT 1"),
    ],
    keys: ["PRIMARY KEY (`option_name`)", "INDEX `autoload` (`autoload`)"],
  },
  {
    name: "session",
    columns: [
      column("id", "VARCHAR(191) NOT NULL"),
      column("modified", "INT NULL"),
      column("lifetime", "INT NULL"),
      column("data", "MEDIUMTEXT NULL"),
    ],
    keys: ["PRIMARY KEY (`id`)"],
  },
  {
    name: "user_token_auth",
    columns: [
      column("idusertokenauth", "BIGINT UNSIGNED NOT NULL AUTO_INCREMENT"),
      column("login", "VARCHAR(100) NOT NULL"),
      column("description", "VARCHAR(100) NOT NULL"),
      column("password", "VARCHAR(191) NOT NULL"),
      column("hash_algo", "VARCHAR(30) NOT NULL"),
      column("system_token", "TINYINT(1) NOT NULL DEFAULT 0"),
      column("last_used", "DATETIME NULL"),
      column("date_created", "DATETIME NOT NULL"),
      column("date_expired", "DATETIME NULL"),
      later("secure_only", "TINYINT(2) UNSIGNED NOT NULL DEFAULT 0"),
    ],
    keys: ["PRIMARY KEY (`idusertokenauth`)", "UNIQUE INDEX `uniq_password` (`password`)"],
  },
  {
    name: "twofactor_recovery_code",
    columns: [
      column("idrecoverycode", "BIGINT UNSIGNED NOT NULL AUTO_INCREMENT"),
      column("login", "VARCHAR(100) NOT NULL"),
      column("recovery_code", "VARCHAR(40) NOT NULL"),
    ],
    keys: ["PRIMARY KEY (`idrecoverycode`)"],
  },
  {
    name: "brute_force_log",
    columns: [
      column("id_brute_force_log", "BIGINT(11) NOT NULL AUTO_INCREMENT"),
      column("ip_address", "VARCHAR(60) NULL"),
      column("attempted_at", "DATETIME NOT NULL"),
      column("login", "VARCHAR(100) NULL"),
    ],
    keys: ["PRIMARY KEY (`id_brute_force_log`)", "INDEX `index_ip_address` (`ip_address`)"],
  },
  {
    name: "locks",
    columns: [
      column("key", "VARCHAR(70) NOT NULL"),
      column("value", "VARCHAR(255) NULL"),
      column("expiry_time", "BIGINT UNSIGNED DEFAULT 9999999999"),
    ],
    keys: ["PRIMARY KEY (`key`)"],
  },
  {
    name: "user_language",
    columns: [
      column("login", "VARCHAR(100) NOT NULL"),
      column("language", "VARCHAR(10) NOT NULL"),
      column("use_12_hour_clock", "TINYINT(1) NOT NULL DEFAULT 0"),
    ],
    keys: ["PRIMARY KEY (`login`)"],
  },
  {
    name: "segment",
    columns: [
      column("idsegment", "INT NOT NULL AUTO_INCREMENT"),
      column("name", "VARCHAR(255) NOT NULL"),
      column("definition", "TEXT NOT NULL"),
      column("hash", "CHAR(32) NULL"),
      column("login", "VARCHAR(100) NOT NULL"),
      column("enable_all_users", "TINYINT NOT NULL DEFAULT 0"),
      column("enable_only_idsite", "INT NULL"),
      column("auto_archive", "TINYINT NOT NULL DEFAULT 0"),
      column("ts_created", "TIMESTAMP NULL"),
      column("ts_last_edit", "TIMESTAMP NULL"),
      column("deleted", "TINYINT NOT NULL DEFAULT 0"),
    ],
    keys: ["PRIMARY KEY (`idsegment`)"],
  },
];

/** Logins and addresses: compared without regard to case by Matomo's collations. */
const CASELESS = new Set(["login", "email", "user_login", "creator_login", "invited_by"]);

/** Names of Matomo's tables without their prefix. */
export const matomoTables: readonly string[] = TABLES.map((table) => table.name);

/** The statements that make Matomo's tables as `install` has them (facts 1.2-1.4), without any rows. */
export function matomoDdl(install: MatomoInstall): string[] {
  return TABLES.flatMap((table) => {
    const columns = table.columns.filter((entry) => !entry.since || entry.since === install.version);
    const keys = table.name === "user" && install.version === "5.x" ? [...table.keys, UNIQUE_EMAIL] : table.keys;
    return install.dialect === "mysql"
      ? [mysqlTable(install, table.name, columns, keys)]
      : sqliteTable(install, table.name, columns, keys);
  });
}

/** Since 4.12 (fact 1.4). */
const UNIQUE_EMAIL = "UNIQUE INDEX `uniq_email` (`email`)";

function mysqlTable(install: MatomoInstall, name: string, columns: Column[], keys: string[]): string {
  const lines = [...columns.map((entry) => `\`${entry.name}\` ${entry.type}`), ...keys];
  const format = install.charset === "utf8mb4" ? " ROW_FORMAT=DYNAMIC" : "";
  return `CREATE TABLE \`${install.prefix}${name}\` (\n  ${lines.join(",\n  ")}\n) ENGINE=InnoDB DEFAULT CHARSET=${install.charset} COLLATE=${install.collation}${format}`;
}

function sqliteTable(install: MatomoInstall, name: string, columns: Column[], keys: string[]): string[] {
  const counted = columns.find((entry) => entry.type.includes("AUTO_INCREMENT"));
  const lines = columns.map((entry) => `\`${entry.name}\` ${sqliteType(entry)}`);
  const primary = counted ? [] : keys.filter((key) => key.startsWith("PRIMARY KEY"));
  const indexes = keys.flatMap((key) => {
    const parts = /^(UNIQUE )?INDEX `(\w+)` (\(.*\))$/.exec(key);
    if (!parts) return [];
    return [
      `CREATE ${parts[1] ?? ""}INDEX \`${install.prefix}${name}_${parts[2]}\` ON \`${install.prefix}${name}\` ${parts[3]}`,
    ];
  });
  return [`CREATE TABLE \`${install.prefix}${name}\` (\n  ${[...lines, ...primary].join(",\n  ")}\n)`, ...indexes];
}

function sqliteType({ name, type }: Column): string {
  if (type.includes("AUTO_INCREMENT")) return "INTEGER PRIMARY KEY AUTOINCREMENT";
  const rest = type.replace(/^[A-Z]+(\(\d+\))?( UNSIGNED)?/, "");
  if (/^(VARCHAR|CHAR|TEXT|MEDIUMTEXT|LONGTEXT)/.test(type)) {
    return `TEXT${CASELESS.has(name) ? " COLLATE NOCASE" : ""}${rest}`;
  }
  return `${/^(TIMESTAMP|DATETIME)/.test(type) ? "DATETIME" : type.startsWith("BIGINT") ? "BIGINT" : "INTEGER"}${rest}`;
}
