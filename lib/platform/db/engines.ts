import { portalRights } from "./grants";

/** A table whose storage engine cannot undo: a rollback leaves there what was written. `engine` null for a view. */
export type TableWithoutUndo = { table: string; engine: string | null };

export type EngineRow = { name: unknown; engine: unknown };

/**
 * Asks MySQL or MariaDB for those of the tables that the portal writes, or keeps from changing while it writes, that
 * are not transactional: MyISAM from the days of Piwik, Aria where the server's default was so.
 */
export function tablesWithoutUndoSql(prefix: string): string {
  const names = tablesThatMustUndo(prefix).map((table) => `'${table}'`);
  return `SELECT t.table_name AS name, t.engine AS engine
    FROM information_schema.tables t LEFT JOIN information_schema.engines e ON e.engine = t.engine
    WHERE t.table_schema = DATABASE() AND t.table_name IN (${names.join(", ")}) AND COALESCE(e.transactions, 'NO') <> 'YES'
    ORDER BY t.table_name`;
}

/** Rows of `tablesWithoutUndoSql`. */
export function tablesWithoutUndo(rows: readonly EngineRow[]): TableWithoutUndo[] {
  return rows.map(({ name, engine }) => ({ table: String(name), engine: engine === null ? null : String(engine) }));
}

/** What makes a table transactional, keeping its rows. */
export function undoStatement(table: string): string {
  return `ALTER TABLE \`${table}\` ENGINE=InnoDB`;
}

/** What is wrong with it, and what to do, for whoever reads the terminal. */
export function undoSentence({ table, engine }: TableWithoutUndo): string {
  const isNone = `${table} ${engine === null ? "has no storage engine that can be seen" : `uses ${engine}`}`;
  return `${isNone} and cannot undo a change that fails halfway: publishing is off. After a backup: ${undoStatement(table)};`;
}

/** Every table with a right to write, and those whose rows are locked while the portal writes. */
function tablesThatMustUndo(prefix: string): string[] {
  const locked = [`${prefix}user`, `${prefix}site`];
  const written = portalRights(prefix).filter(
    ({ insert, update, delete: mayDelete }) => insert.length > 0 || update.length > 0 || mayDelete,
  );
  return [...locked, ...written.map(({ table }) => table)];
}
