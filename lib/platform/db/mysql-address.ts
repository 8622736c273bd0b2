import { isIP } from "node:net";

/** `host` where the driver would not know whose certificate it must be. */
type Tls = true | { host: string; rejectUnauthorized: true };

/** Where a MySQL or MariaDB is and who asks, in the words of its driver. */
export type MysqlAddress = {
  host: string;
  port: number;
  user: string;
  password: string;
  /** empty when the address names none */
  database: string;
  socketPath?: string;
  ssl?: Tls;
  allowPublicKeyRetrieval?: true;
};

/**
 * What a `DATABASE_URL` says of the server. Behind the `?`: `ssl=true` (TLS, with a certificate that Node trusts;
 * NODE_EXTRA_CA_CERTS names further authorities), `socketPath=/run/mysqld/mysqld.sock`, and
 * `allowPublicKeyRetrieval=true` (MySQL 8 without TLS, on this machine only: whoever stands between could read the
 * password). User, password and database are percent-encoded.
 * @throws TypeError when `url` is no address
 */
export function mysqlAddress(url: string): MysqlAddress {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const socketPath = searchParams.get("socketPath");
  return {
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(socketPath && { socketPath }),
    ...(searchParams.get("ssl") === "true" && { ssl: tlsFor(hostname) }),
    ...(searchParams.get("allowPublicKeyRetrieval") === "true" && { allowPublicKeyRetrieval: true }),
  };
}

/** The driver checks a certificate against the host it connected to; of an address it must be told, or takes `localhost`. */
export function tlsFor(host: string): Tls {
  return isIP(host) === 0 ? true : { host, rejectUnauthorized: true };
}
