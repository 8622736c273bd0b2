import { type Column, type Recorded, recordedTables, type Table } from "./recording";

/** The Matomo versions whose tables the tests build, each with what it stores as its own version. */
export const MATOMO_VERSIONS = {
  "4.10": "4.10.1",
  "4.16": "4.16.1",
  "5.2": "5.2.0-b5",
  "5.9": "5.9.0",
  "6.0": "6.0.0",
} as const;
export type MatomoVersion = keyof typeof MATOMO_VERSIONS;

export type MatomoInstall = {
  dialect: "mysql" | "sqlite";
  prefix: string;
  version: MatomoVersion;
  /** MySQL only */
  charset: string;
  collation: string;
};

/** The recorded install that a version's tables are made from. */
const RECORDED: Record<MatomoVersion, Recorded> = {
  "4.10": "4.10.1",
  "4.16": "4.16.1",
  "5.2": "5.2.0-b5",
  "5.9": "5.2.0-b5",
  "6.0": "5.2.0-b5",
};

const nullable = (name: string, type: string): Column => ({
  name,
  type,
  nullable: true,
  fallback: null,
  isCounted: false,
});
const required = (name: string, type: string, fallback: string | null = null): Column => ({
  ...nullable(name, type),
  nullable: false,
  fallback,
});

/**
 * What came after the newest recorded one (docs/matomo.md#versions); `after` names the column that it stands behind.
 */
const ADDED: { since: string; table: string; after?: string; columns: Column[] }[] = [
  {
    since: "5.4",
    table: "user",
    columns: [nullable("ts_last_seen", "timestamp"), nullable("ts_inactivity_notified", "timestamp")],
  },
  {
    since: "5.4",
    table: "user_token_auth",
    columns: [nullable("ts_rotation_notified", "datetime"), nullable("ts_expiration_warning_notified", "datetime")],
  },
  {
    since: "5.7",
    table: "segment",
    columns: [required("starred", "tinyint(4)", "0"), nullable("starred_by", "varchar(100)")],
  },
  { since: "5.11", table: "site", after: "name", columns: [required("description", "varchar(255)", "''")] },
];

/** Since 5.5; before that notes are in options. */
const ANNOTATIONS: Table = {
  name: "annotations",
  columns: [
    { ...required("id", "bigint(20) unsigned"), isCounted: true },
    required("idsite", "int(10) unsigned"),
    required("date", "datetime"),
    required("note", "text"),
    required("starred", "tinyint(1)", "0"),
    nullable("user", "varchar(100)"),
  ],
  indexes: [
    { name: "PRIMARY", isUnique: true, columns: ["id"] },
    { name: "index_idsite_date", isUnique: false, columns: ["idsite", "date"] },
  ],
};

/** Whether `version` is `since` or came later. */
export function isSince(version: MatomoVersion, since: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = since.split(".").map(Number);
  return major === sinceMajor ? minor >= sinceMinor : major > sinceMajor;
}

function tablesOf(version: MatomoVersion): Table[] {
  const tables = recordedTables(RECORDED[version]);
  for (const { since, table, after, columns } of ADDED) {
    const known = tables.find(({ name }) => name === table);
    if (!known || !isSince(version, since)) continue;
    const at = after ? known.columns.findIndex(({ name }) => name === after) + 1 : known.columns.length;
    known.columns.splice(at, 0, ...columns);
  }
  return isSince(version, "5.5") ? [...tables, ANNOTATIONS] : tables;
}

/** Logins and addresses: compared without regard to case by Matomo's collations. */
const CASELESS = new Set(["login", "email", "user_login", "creator_login", "invited_by", "starred_by", "user"]);

/** Names of a version's tables without their prefix. */
export function matomoTables(version: MatomoVersion): string[] {
  return tablesOf(version).map(({ name }) => name);
}

/** The statements that make Matomo's tables as `install` has them, without any rows. */
export function matomoDdl(install: MatomoInstall): string[] {
  const make = install.dialect === "mysql" ? mysqlTable : sqliteTable;
  return tablesOf(install.version).flatMap((table) => make(install, table));
}

function mysqlTable(install: MatomoInstall, { name, columns, indexes }: Table): string[] {
  const lines = [
    ...columns.map((column) => `\`${column.name}\` ${column.type}${constraints(column)}${counted(column)}`),
    ...indexes.map((index) => `${mysqlIndex(index.name, index.isUnique)} ${listed(index.columns)}`),
  ];
  const format = install.charset === "utf8mb4" ? " ROW_FORMAT=DYNAMIC" : "";
  return [
    `CREATE TABLE \`${install.prefix}${name}\` (\n  ${lines.join(",\n  ")}\n) ENGINE=InnoDB DEFAULT CHARSET=${install.charset} COLLATE=${install.collation}${format}`,
  ];
}

function mysqlIndex(name: string, isUnique: boolean): string {
  if (name === "PRIMARY") return "PRIMARY KEY";
  return `${isUnique ? "UNIQUE INDEX" : "INDEX"} \`${name}\``;
}

function counted({ isCounted }: Column): string {
  return isCounted ? " AUTO_INCREMENT" : "";
}

function constraints({ nullable: canBeNull, fallback }: Column): string {
  return `${canBeNull ? " NULL" : " NOT NULL"}${fallback === null ? "" : ` DEFAULT ${fallback}`}`;
}

function sqliteTable({ prefix }: MatomoInstall, { name, columns, indexes }: Table): string[] {
  const key = columns.some(({ isCounted }) => isCounted) ? [] : indexes.filter((index) => index.name === "PRIMARY");
  const lines = [
    ...columns.map((column) => `\`${column.name}\` ${sqliteType(column)}`),
    ...key.map((primary) => `PRIMARY KEY ${listed(primary.columns)}`),
  ];
  return [
    `CREATE TABLE \`${prefix}${name}\` (\n  ${lines.join(",\n  ")}\n)`,
    ...indexes
      .filter((index) => index.name !== "PRIMARY")
      .map(
        (index) =>
          `CREATE ${index.isUnique ? "UNIQUE " : ""}INDEX \`${prefix}${name}_${index.name}\` ON \`${prefix}${name}\` ${listed(index.columns)}`,
      ),
  ];
}

function listed(columns: string[]): string {
  return `(${columns.map((column) => `\`${column}\``).join(", ")})`;
}

function sqliteType(column: Column): string {
  if (column.isCounted) return "INTEGER PRIMARY KEY AUTOINCREMENT";
  if (/char|text/.test(column.type)) {
    return `TEXT${CASELESS.has(column.name) ? " COLLATE NOCASE" : ""}${constraints(column)}`;
  }
  const kind = /^(timestamp|datetime)/.test(column.type)
    ? "DATETIME"
    : column.type.startsWith("bigint")
      ? "BIGINT"
      : "INTEGER";
  return `${kind}${constraints(column)}`;
}
