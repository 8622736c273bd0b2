import { SqlError } from "mariadb";
import { isLibsqlError } from "./libsql-error";
import type { MigrationConnection } from "./migration-connection";
import { singleClauses } from "./migration-statements";

/**
 * Table exists, duplicate column, duplicate key name, second primary key; and of what is taken away: no such column or
 * key (ER_TABLE_EXISTS_ERROR, ER_DUP_FIELDNAME, ER_DUP_KEYNAME, ER_MULTIPLE_PRI_KEY, ER_CANT_DROP_FIELD_OR_KEY).
 */
const STANDS_ALREADY = [1050, 1060, 1061, 1068, 1091];
const STANDS_ALREADY_IN_SQLITE = [/duplicate column name|no such index/i, /(table|index) \S+ already exists/i];

/**
 * Runs a statement of a migration that may have run before. What it would define and stands already is left as it is:
 * of an `ALTER TABLE` of several clauses those that are missing are made. Statements about rows are run as they are.
 */
export async function runStatement(connection: MigrationConnection, statement: string): Promise<void> {
  try {
    await connection.run(statement);
  } catch (error) {
    if (!standsAlready(error)) throw error;
    for (const clause of singleClauses(statement, connection.dialect)) await runStatement(connection, clause);
  }
}

function standsAlready(error: unknown): boolean {
  if (error instanceof SqlError) return STANDS_ALREADY.includes(error.errno);
  return isLibsqlError(error) && STANDS_ALREADY_IN_SQLITE.some((said) => said.test(error.message));
}
