import { describe, expect, it } from "vitest";
import { endsTransaction, isConflict, translateDatabaseError, withDatabaseErrors } from "@/lib/platform/db/errors";
import { AppError } from "@/lib/platform/errors";
import { refusalMessage } from "@/lib/platform/languages/refusal-message";
import { Prisma } from "@/prisma/generated/mysql/client";

/** What Prisma throws when it has a code of its own for what happened. */
function known(code: string, message = "", meta?: Record<string, unknown>): Error {
  return new Prisma.PrismaClientKnownRequestError(message, { code, clientVersion: "7", ...(meta && { meta }) });
}

/** What Prisma throws when it has not: P2010 for raw statements, P2039 for others. `number` is the server's own. */
function fromServer(code: "P2010" | "P2039", number: number | string, message: string): Error {
  const what = code === "P2010" ? "Raw query failed" : "Database error";
  const driverAdapterError = Object.assign(new Error("mysql"), {
    name: "DriverAdapterError",
    cause: { kind: "mysql", originalCode: String(number), originalMessage: message },
  });
  const text = `\nInvalid \`prisma.$queryRaw()\` invocation:\n\n\n${what}. Code: \`${number}\`. Message: \`${message}\``;
  return known(code, text, { driverAdapterError });
}

const codeOf = (error: unknown) => {
  const translated = translateDatabaseError(error);
  return translated instanceof AppError ? translated.code : "unchanged";
};

const DEADLOCK = "Deadlock found when trying to get lock; try restarting transaction";

describe("a database failure", () => {
  it.each<[string, Error]>([
    ["a table that is not there", known("P2021")],
    ["a column that is not there", known("P2022")],
    ["a raw statement on a missing table", fromServer("P2010", 1146, "Table 'm.piwik_site' doesn't exist")],
    ["a raw statement on a missing column", fromServer("P2010", 1054, "Unknown column 'x' in 'SELECT'")],
    ["a table that may not be read", fromServer("P2039", 1142, "SELECT command denied to user 'p'@'h'")],
    ["a column that may not be read", fromServer("P2010", 1143, "SELECT command denied for column 'password'")],
    ["SQLite without the table", fromServer("P2010", 1, "SQLITE_ERROR: no such table: matomo_site")],
    ["SQLite without the column", fromServer("P2010", 1, "no such column: x")],
  ])("is a schema that was not understood: %s", (_, error) => {
    expect(codeOf(error)).toBe("schema_not_understood");
    expect(isConflict(error)).toBe(false);
  });

  it.each<[string, Error]>([
    ["wrong password", known("P1000")],
    ["no server", known("P1001")],
    ["no such database", known("P1003")],
    ["a timeout", known("P1008")],
    ["no right to the database", known("P1010")],
    ["a closed connection", known("P1017")],
    ["an exhausted pool", known("P2024")],
    ["too many connections", known("P2037")],
    [
      "the driver's pool timeout",
      fromServer("P2039", 45028, "pool timeout: failed to retrieve a connection from pool after 3001ms"),
    ],
    ["a refused connection", new Error("connect ECONNREFUSED 127.0.0.1:3306")],
    ["a connection cut off", fromServer("P2010", 45009, "socket has unexpectedly been closed")],
    ["a name that does not resolve", new Error("getaddrinfo ENOTFOUND db.example")],
    ["a file that cannot be opened", new Error("ConnectionFailed: unable to open database file: SQLITE_CANTOPEN")],
    ["a node without its cluster", fromServer("P2010", 1047, "WSREP has not yet prepared node for application use")],
    ["a refused login", fromServer("P2039", 1045, "Access denied for user 'p'@'h' (using password: YES)")],
  ])("is a database that cannot be reached: %s", (_, error) => {
    expect(codeOf(error)).toBe("database_unreachable");
    expect(isConflict(error)).toBe(false);
  });

  it.each<[string, Error]>([
    ["Prisma's own code", known("P2034")],
    ["a deadlock", fromServer("P2010", 1213, DEADLOCK)],
    ["a lock that was waited for too long", fromServer("P2039", 1205, "Lock wait timeout exceeded")],
    ["a busy SQLite", fromServer("P2010", 5, "SQLITE_BUSY: database is locked")],
  ])("is worth another try, and where nobody tries again it is busy: %s", (_, error) => {
    expect(isConflict(error)).toBe(true);
    expect(codeOf(error)).toBe("busy");
  });

  it.each<[string, unknown]>([
    ["a duplicate", known("P2002", "Unique constraint failed on the fields: (`idsite`)")],
    ["a duplicate whose value is a server's number", fromServer("P2010", 1062, "Duplicate entry '1146' for key 'k'")],
    [
      "a duplicate whose value looks like a deadlock",
      fromServer("P2039", 1062, "Duplicate entry '1213-x' for key 'k'"),
    ],
    ["a syntax error", fromServer("P2010", 1064, "You have an error in your SQL syntax")],
    ["a bug", new TypeError("x is not a function")],
    ["a bug that mentions a number", new Error("site 1213 of 1146")],
    ["no error at all", "1213"],
    ["nothing", undefined],
  ])("is neither, and is thrown on as it is: %s", (_, error) => {
    expect(translateDatabaseError(error)).toBe(error);
    expect(isConflict(error)).toBe(false);
  });

  it.each<[string, Error]>([
    ["--read-only", fromServer("P2010", 1290, "The MariaDB server is running with the --read-only option")],
    ["a read-only transaction", fromServer("P2039", 1792, "Cannot execute statement in a READ ONLY transaction.")],
    ["a read-only mode", fromServer("P2010", 1836, "Running in read-only mode")],
    ["SQLite's file", fromServer("P2010", 8, "SQLITE_READONLY: attempt to write a readonly database")],
  ])("is a database that can only be read: %s", (_, error) => {
    expect(codeOf(error)).toBe("database_read_only");
    expect(isConflict(error)).toBe(false);
  });

  it("is busy when a transaction found no connection in time, or took too long", () => {
    expect(codeOf(known("P2028", "Transaction API error: Unable to start a transaction in the given time."))).toBe(
      "busy",
    );
  });

  it.each([
    ["a deadlock or a certification failure (Galera)", { kind: "TransactionWriteConflict", originalCode: "1213" }],
    ["a rollback that group replication orders", { kind: "mysql", code: 3101, originalCode: "3101" }],
  ])("that the server answers to COMMIT itself is worth another try: %s", (_, cause) => {
    const error = Object.assign(new Error(cause.kind, { cause }), { name: "DriverAdapterError" });
    expect(isConflict(error)).toBe(true);
  });

  it("that ends its transaction is known as such, and what is not known ends it", () => {
    const answered = (originalCode?: string) =>
      Object.assign(new Error("mysql", { cause: { kind: "mysql", originalCode } }), { name: "DriverAdapterError" });
    for (const number of ["1213", "1205", "3101", "1047", "1180", "1317", "1927"])
      expect(endsTransaction(answered(number)), number).toBe(true);
    expect(endsTransaction(new Error("socket has unexpectedly been closed"))).toBe(true);
    for (const number of ["1062", "1142", "1406"]) expect(endsTransaction(answered(number)), number).toBe(false);
  });

  it("that breaks the line at a COMMIT is none to try again after: nobody knows yet", () => {
    const cause = { kind: "mysql", code: 45009, originalCode: "45009", message: "socket has unexpectedly been closed" };
    const error = Object.assign(new Error("mysql", { cause }), { name: "DriverAdapterError" });
    expect(isConflict(error)).toBe(false);
  });

  it("of SQLite's driver at a commit is a conflict that is tried again", () => {
    expect(isConflict(Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" }))).toBe(true);
  });

  it("keeps its cause for the log and out of the words people read", () => {
    const cause = fromServer("P2010", 1146, "Table 'secret.piwik_site' doesn't exist");
    const translated = translateDatabaseError(cause);
    expect(translated).toMatchObject({ code: "schema_not_understood", cause });
    if (!(translated instanceof AppError)) throw new Error("not one of the portal's");
    expect(translated.message).not.toContain("secret");
    expect(refusalMessage(translated, "en")).toContain("which sites are public is unknown");
    expect(refusalMessage(translated, "en")).not.toContain("secret");
  });

  it("that was translated already is not translated again", () => {
    const refusal = new AppError("matomo_busy", { cause: known("P2021") });
    expect(translateDatabaseError(refusal)).toBe(refusal);
  });

  it("during a read comes as one of the portal's, a success as it is", async () => {
    await expect(withDatabaseErrors(() => Promise.reject(known("P1001")))).rejects.toMatchObject({
      code: "database_unreachable",
    });
    await expect(withDatabaseErrors(() => Promise.reject(new TypeError("bug")))).rejects.toThrow(new TypeError("bug"));
    await expect(withDatabaseErrors(async () => 7)).resolves.toBe(7);
  });
});
