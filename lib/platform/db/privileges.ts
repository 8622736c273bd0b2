import { type DbClient, dialect } from "./client";
import {
  AUDIT_TABLE,
  type OptionalRights,
  portalRights,
  quoted,
  rightLabel,
  type TableRights,
  tracesRights,
} from "./grants";
import { constantSql } from "./sql";

/** What an account lacks, as the GRANT that would mend it: `GRANT SELECT (\`login\`) ON \`matomo_user\``. */
type MissingPrivilege = { table: string; right: Right; columns: readonly string[] | "all"; grant: string };

type PrivilegeReport = {
  missing: MissingPrivilege[];
  /** rights without which only who used Matomo is not known */
  wanting: MissingPrivilege[];
  /** tables and columns that are not there; `column` null for the whole table */
  absent: { table: string; column: string | null }[];
  /** rights that the account should not have: it could rewrite the audit log */
  tooMuch: ("UPDATE" | "DELETE")[];
};

type Inspected = Pick<PrivilegeReport, "missing" | "absent">;
type Right = "SELECT" | "INSERT" | "UPDATE" | "DELETE";
type Answer = "granted" | "refused" | "no table" | "no column";

/**
 * Asks the database what the portal's account may do, by statements that touch no row: SHOW GRANTS hides roles and
 * wildcards. On SQLite there are no privileges; there it says which tables and columns are absent. (MariaDB
 * does not say that a column is absent to an account that has no right on it: it is refused like any other.)
 * @param prefix of Matomo's tables
 * @throws what the database throws for anything but a refusal or an absence
 */
export async function missingPrivileges(
  db: DbClient,
  prefix: string,
  optional: OptionalRights,
): Promise<PrivilegeReport> {
  const report: PrivilegeReport = { missing: [], wanting: [], absent: [], tooMuch: [] };
  for (const table of portalRights(prefix, optional)) await inspect(db, table, report);
  // What is absent here is absent in that Matomo, and nobody need do anything about it.
  const traces: Inspected = { missing: report.wanting, absent: [] };
  for (const table of tracesRights(prefix, optional)) await inspect(db, table, traces);
  if (dialect() === "mysql") report.tooMuch = await rightsToRewriteTheLog(db);
  return report;
}

async function inspect(db: DbClient, table: TableRights, report: Inspected): Promise<void> {
  const wanted: [Right, readonly string[] | "all"][] = [["SELECT", table.select]];
  if (dialect() === "mysql") {
    wanted.push(["INSERT", table.insert], ["UPDATE", table.update], ["DELETE", table.delete ? "all" : []]);
  }
  for (const [right, columns] of wanted) {
    if (columns.length === 0) continue;
    const answer = await ask(db, probe(table.table, right, columns));
    if (answer === "granted") continue;
    if (answer === "no table") {
      report.absent.push({ table: table.table, column: null });
      return;
    }
    await name(db, table.table, right, columns, answer, report);
  }
}

/** Which columns it is about: asked again one by one. */
async function name(
  db: DbClient,
  table: string,
  right: Right,
  columns: readonly string[] | "all",
  answer: Answer,
  report: Inspected,
): Promise<void> {
  if (columns === "all") {
    if (answer === "refused") report.missing.push(missing(table, right, columns));
    return;
  }
  const refused: string[] = [];
  for (const column of columns) {
    const one = await ask(db, probe(table, right, [column]));
    if (one === "refused") refused.push(column);
    if (one === "no column" && !report.absent.some((known) => known.table === table && known.column === column)) {
      report.absent.push({ table, column });
    }
  }
  if (refused.length > 0) report.missing.push(missing(table, right, refused));
}

function missing(table: string, right: Right, columns: readonly string[] | "all"): MissingPrivilege {
  return { table, right, columns, grant: `GRANT ${rightLabel(right, columns)} ON ${quoted(table)}` };
}

function probe(table: string, right: Right, columns: readonly string[] | "all"): string {
  const name = quoted(table);
  const list = columns === "all" ? "*" : columns.map(quoted).join(", ");
  switch (right) {
    case "SELECT":
      return `SELECT ${list} FROM ${name} WHERE 1 = 0`;
    case "INSERT":
      // Values from a table that has none: SELECT on the columns themselves is not what is asked here.
      return columns === "all"
        ? `INSERT INTO ${name} SELECT * FROM ${name} WHERE 1 = 0`
        : `INSERT INTO ${name} (${list}) SELECT ${columns.map(() => "''").join(", ")} FROM DUAL WHERE 1 = 0`;
    case "UPDATE":
      return `UPDATE ${name} SET ${columns === "all" ? "" : columns.map((column) => `${quoted(column)} = ''`).join(", ")} WHERE 1 = 0`;
    case "DELETE":
      return `DELETE FROM ${name} WHERE 1 = 0`;
  }
}

async function ask(db: DbClient, statement: string): Promise<Answer> {
  try {
    await db.$queryRaw(constantSql(statement));
    return "granted";
  } catch (error) {
    const answer = answerIn(error);
    if (answer === null) throw error;
    return answer;
  }
}

/** The numbers of MySQL and MariaDB, where Prisma writes them; the words of SQLite. */
function answerIn(error: unknown): Answer | null {
  if (!(error instanceof Error)) return null;
  if (/\bCode: `114[23]`|\bCode: `1044`/.test(error.message)) return "refused";
  if (/\bCode: `1146`|no such table/.test(error.message)) return "no table";
  return /\bCode: `1054`|no such column/.test(error.message) ? "no column" : null;
}

/** Asked column by column, since one alone would do to rewrite an event. */
async function rightsToRewriteTheLog(db: DbClient): Promise<("UPDATE" | "DELETE")[]> {
  const found: ("UPDATE" | "DELETE")[] = [];
  for (const column of AUDIT_COLUMNS) {
    if ((await ask(db, probe(AUDIT_TABLE, "UPDATE", [column]))) !== "granted") continue;
    found.push("UPDATE");
    break;
  }
  if ((await ask(db, probe(AUDIT_TABLE, "DELETE", "all"))) === "granted") found.push("DELETE");
  return found;
}

const AUDIT_COLUMNS = [
  "seq",
  "at",
  "type",
  "actor_type",
  "actor_name",
  "ip",
  "user_agent",
  "session_ref",
  "origin_digest",
  "facts",
  "prev_hash",
  "hash",
];
