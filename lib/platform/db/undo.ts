import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { type DbClient, dialect } from "./client";
import { type EngineRow, type TableWithoutUndo, tablesWithoutUndo, tablesWithoutUndoSql } from "./engines";
import { constantSql } from "./sql";
import type { Tx } from "./transaction";

/** The tables of this database on which a transaction is none. One statement; none on SQLite, which has one engine. */
export async function readTablesWithoutUndo(db: DbClient): Promise<TableWithoutUndo[]> {
  if (dialect() === "sqlite") return [];
  return tablesWithoutUndo(
    await db.$queryRaw<EngineRow[]>(constantSql(tablesWithoutUndoSql(env().MATOMO_TABLE_PREFIX))),
  );
}

/** @throws AppError `tables_not_transactional`: what fails half way could leave a site public that nobody hears of */
export async function requireUndo(tx: Tx): Promise<void> {
  if ((await readTablesWithoutUndo(tx.db)).length > 0) throw new AppError("tables_not_transactional");
}

const lasting = new WeakSet<Tx>();

/** Remembers, before something is written, whether a rollback of `tx` would undo it. @returns whether it would */
export async function noteUndo(tx: Tx): Promise<boolean> {
  const canUndo = (await readTablesWithoutUndo(tx.db)).length === 0;
  if (!canUndo) lasting.add(tx);
  return canUndo;
}

/**
 * The error of a transaction in words that are true: where its tables cannot undo, what fails after the first change
 * leaves that change. Refusals come before it, and stay what they are.
 */
export function withoutUndo(tx: Tx | null, error: unknown): unknown {
  const isRefusal = error instanceof AppError && error.cause === undefined;
  return tx !== null && lasting.has(tx) && !isRefusal ? new AppError("change_not_undone", { cause: error }) : error;
}
