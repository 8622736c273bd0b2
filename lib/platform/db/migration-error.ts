import { SqlError } from "mariadb";

/** Why migrations were not applied, in words for the operator. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** What the network said, or the loading of SQLite, by its code. */
const NETWORK: Record<string, string> = {
  ECONNREFUSED: "nothing listens at this address and port.",
  ECONNRESET: "the connection was cut.",
  EPIPE: "the connection was cut.",
  ER_SOCKET_UNEXPECTED_CLOSE: "the connection was cut.",
  EAI_AGAIN: "the name of the host cannot be resolved now.",
  ENOTFOUND: "there is no host of this name.",
  EHOSTUNREACH: "there is no way to this host.",
  ENETUNREACH: "there is no way to this host.",
  ETIMEDOUT: "it does not answer.",
  ER_CONNECTION_TIMEOUT: "it does not answer.",
  ERR_MODULE_NOT_FOUND: "SQLite is not part of a release: it is the database of the demo. Use MySQL or MariaDB.",
};

/** What the database said, or the network on the way to it: without codes, and without the driver's own words. */
export function saidBy(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const network = NETWORK[code];
  if (network !== undefined) return network;
  if (cause instanceof SqlError && cause.sqlMessage) return cause.sqlMessage;
  return (cause instanceof Error ? cause.message.split("\n")[0] : null) ?? String(cause);
}
