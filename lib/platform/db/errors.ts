import { AppError } from "@/lib/platform/errors";

// Prisma error codes: https://www.prisma.io/docs/orm/reference/error-reference
const UNREACHABLE = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1010", "P1011", "P1017", "P2024", "P2037"]);
const NOT_UNDERSTOOD = new Set(["P2021", "P2022"]);
/** The second is the SQLite driver's own, at a COMMIT. */
const CONFLICT = new Set(["P2034", "SQLITE_BUSY"]);
/** A transaction that found no connection in time, or took longer than it may: it was rolled back. */
const NO_TURN = new Set(["P2028"]);
/** Raw statements fail as P2010, errors that Prisma has no code for as P2039; both carry the server's own number. */
const SERVER_ERROR = new Set(["P2010", "P2039"]);

// Numbers of MySQL and MariaDB: https://mariadb.com/kb/en/mariadb-error-codes/
/** A table or a column that is not there, or may not be used. */
const NOT_UNDERSTOOD_NUMBER = new Set(["1146", "1054", "1142", "1143"]);
/** --read-only, a read-only transaction, a read-only mode. */
const READ_ONLY_NUMBER = new Set(["1290", "1792", "1836"]);
/** A deadlock or a certification failure (Galera), a lock that was waited for too long, a certification failure (group replication). */
const CONFLICT_NUMBER = new Set(["1213", "1205", "3101"]);
/** A node that is not part of its cluster, or has lost the majority. It answers nothing until it is back. */
const OUT_OF_CLUSTER = "1047";
/** Besides those: an error during COMMIT, a statement that was interrupted, a connection that was killed. */
const ENDS_TRANSACTION = new Set([...CONFLICT_NUMBER, OUT_OF_CLUSTER, "1180", "1317", "1927"]);

const NOT_UNDERSTOOD_WORDS = /no such (table|column)/i;
const READ_ONLY_WORDS = /SQLITE_READONLY|readonly database/i;
const CONFLICT_WORDS = /SQLITE_BUSY|database is locked/i;
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

/** The server's own number; empty when no server said one. What is answered to BEGIN and COMMIT comes without a code. */
function numberOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if (SERVER_ERROR.has(codeOf(error))) return /\bCode: `(\d+)`/.exec(error.message)?.[1] ?? "";
  const { cause } = error;
  const isDrivers = error.name === "DriverAdapterError" && typeof cause === "object" && cause !== null;
  return isDrivers && "originalCode" in cause ? String(cause.originalCode) : "";
}

/** Whether the database asks to try the transaction again (deadlock, lock wait, serialisation). */
export function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  if (CONFLICT.has(code) || CONFLICT_NUMBER.has(numberOf(error))) return true;
  return SERVER_ERROR.has(code) && CONFLICT_WORDS.test(textOf(error));
}

/** Whether after this error of a driver's there may be no transaction any more. What is not known ends it. */
export function endsTransaction(error: unknown): boolean {
  const number = numberOf(error);
  return number === "" || ENDS_TRANSACTION.has(number);
}

/** A database failure as an `AppError` with its cause; everything else unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const number = numberOf(error);
  const words = SERVER_ERROR.has(code) ? textOf(error) : "";
  if (NOT_UNDERSTOOD.has(code) || NOT_UNDERSTOOD_NUMBER.has(number) || NOT_UNDERSTOOD_WORDS.test(words)) {
    return new AppError("schema_not_understood", { cause: error });
  }
  if (READ_ONLY_NUMBER.has(number) || READ_ONLY_WORDS.test(words)) {
    return new AppError("database_read_only", { cause: error });
  }
  if (NO_TURN.has(code) || isConflict(error)) return new AppError("busy", { cause: error });
  if (UNREACHABLE.has(code) || number === OUT_OF_CLUSTER || UNREACHABLE_WORDS.test(textOf(error)))
    return new AppError("database_unreachable", { cause: error });
  return error;
}

/** Runs a read; database failures come as `AppError`. */
export async function withDatabaseErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
