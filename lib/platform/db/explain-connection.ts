import { createConnection } from "mariadb";
import { readCertificateError } from "./certificate-error";
import { type ConnectionFault, faultOf, faultOfCode } from "./connection-fault";
import { type MysqlAddress, tlsFor } from "./mysql-address";

const TIMEOUT_MS = 3_000;

/** Why this server cannot be used, by one connection of its own, since a pool says only that it waited; null if it can. */
export async function explainConnection(address: MysqlAddress): Promise<ConnectionFault | null> {
  const error = await tryToConnect(address);
  return error === null ? null : explainFault(address, error);
}

/** What stands behind the error of one try to connect. May connect again, to tell one cause from another. */
export async function explainFault(address: MysqlAddress, error: unknown): Promise<ConnectionFault> {
  const fault = faultOf(error);
  if (fault === "tlsUntrusted") return faultOfCode((await readCertificateError(address)) ?? "") ?? fault;
  if (fault !== "account" || address.ssl) return fault;
  // MariaDB answers the same to a wrong password and to an account that may come over TLS only.
  const overTls = await tryToConnect({ ...address, ssl: tlsFor(address.host) });
  if (overTls === null) return "tlsDemanded";
  const isAboutTls = ["tlsUntrusted", "tlsHost", "tlsExpired", "tlsFails"].includes(faultOf(overTls));
  return isAboutTls ? "accountOrTls" : fault;
}

/** What went wrong; null when it answers. */
async function tryToConnect(address: MysqlAddress): Promise<unknown> {
  try {
    const connection = await createConnection({ ...address, connectTimeout: TIMEOUT_MS });
    // An account whose password has expired may connect, and nothing else.
    await connection.query("SELECT 1").finally(() => connection.end());
    return null;
  } catch (error) {
    return error;
  }
}
