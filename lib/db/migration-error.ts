import { SqlError } from "mariadb";

/** Why migrations were not applied, in words for the operator. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** What the database said, without the driver's own words about the connection and the statement. */
export function saidBy(cause: unknown): string {
  if (cause instanceof SqlError && cause.sqlMessage) return cause.sqlMessage;
  return (cause instanceof Error ? cause.message.split("\n")[0] : null) ?? String(cause);
}
