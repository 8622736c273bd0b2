/** Where a MySQL or MariaDB is and who asks, in the words of its driver. */
export type MysqlAddress = {
  host: string;
  port: number;
  user: string;
  password: string;
  /** empty when the address names none */
  database: string;
  socketPath?: string;
  ssl?: true;
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
    ...(searchParams.get("ssl") === "true" && { ssl: true }),
    ...(searchParams.get("allowPublicKeyRetrieval") === "true" && { allowPublicKeyRetrieval: true }),
  };
}
