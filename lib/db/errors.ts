import { AppError } from "@/lib/errors";

// Prisma error codes: https://www.prisma.io/docs/orm/reference/error-reference
const UNREACHABLE = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1010", "P1011", "P1017", "P2024", "P2037"]);
const NOT_UNDERSTOOD = new Set(["P2021", "P2022"]);
/** The second is the SQLite driver's own, at a COMMIT. */
const CONFLICT = new Set(["P2034", "SQLITE_BUSY"]);
// What a server answers to COMMIT itself reaches us as the adapter threw it, without a code of Prisma's: a deadlock,
// or a certification failure (Galera: 1213, group replication: 3101).
const COMMIT_CONFLICT = /^(1213|3101)$/;
/** Of a cluster: the node is not part of it, or has lost the majority. It answers nothing until it is back. */
const OUT_OF_CLUSTER = /\bCode: `1047`/;
/** After these the server goes on with its own transaction; after the others, and after no answer, with none. */
const OF_ONE_STATEMENT = /^(?!(1047|1180|1205|1213|1317|1927|3101)$)\d+$/;
/** A transaction that found no connection in time, or took longer than it may: it was rolled back. */
const NO_TURN = new Set(["P2028"]);
/** Raw statements fail as P2010, errors that Prisma has no code for as P2039; both carry the server's own number. */
const SERVER_ERROR = new Set(["P2010", "P2039"]);
// Where Prisma writes that number. Elsewhere in the text it may be somebody's site id: "Duplicate entry '1146'".
const RAW_NOT_UNDERSTOOD = /\bCode: `(1146|1054|1142|1143)`|no such (table|column)/i;
/** --read-only, a read-only transaction, a read-only mode, and SQLite's file that may not be written. */
const READ_ONLY = /\bCode: `(1290|1792|1836)`|SQLITE_READONLY|readonly database/i;
const RAW_CONFLICT = /\bCode: `(1213|1205)`|SQLITE_BUSY|database is locked/i;
const UNREACHABLE_WORDS =
  /pool timeout|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|socket has unexpectedly been closed|unable to open|SQLITE_CANTOPEN|Access denied/i;

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const meta = "meta" in error ? JSON.stringify(error.meta) : "";
  return `${error.message} ${meta}`;
}

function driverCause(error: unknown): Record<string, unknown> {
  const isDrivers = error instanceof Error && error.name === "DriverAdapterError";
  return isDrivers && typeof error.cause === "object" ? { ...error.cause } : {};
}

/** Whether the database asks to try the transaction again (deadlock, lock wait, serialisation). */
export function isConflict(error: unknown): boolean {
  if (COMMIT_CONFLICT.test(String(driverCause(error).originalCode))) return true;
  return CONFLICT.has(codeOf(error)) || (SERVER_ERROR.has(codeOf(error)) && RAW_CONFLICT.test(textOf(error)));
}

/** Whether after this error of a driver's there may be no transaction any more. Anything that is not known ends it. */
export function endsTransaction(error: unknown): boolean {
  return !OF_ONE_STATEMENT.test(String(driverCause(error).originalCode));
}

/** A database failure as an `AppError` with its cause; everything else unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const text = textOf(error);
  if (NOT_UNDERSTOOD.has(code) || (SERVER_ERROR.has(code) && RAW_NOT_UNDERSTOOD.test(text))) {
    return new AppError("schema_not_understood", { cause: error });
  }
  if (SERVER_ERROR.has(code) && READ_ONLY.test(text)) return new AppError("database_read_only", { cause: error });
  if (SERVER_ERROR.has(code) && OUT_OF_CLUSTER.test(text))
    return new AppError("database_unreachable", { cause: error });
  if (NO_TURN.has(code)) return new AppError("busy", { cause: error });
  if (UNREACHABLE.has(code) || UNREACHABLE_WORDS.test(text))
    return new AppError("database_unreachable", { cause: error });
  return error;
}

/** Runs a read; database failures come as `AppError`. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
