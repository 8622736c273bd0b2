/** Why a MySQL or MariaDB could not be opened, as far as it can be told. */
export const connectionFaults = [
  "account",
  "accountOrTls",
  "locked",
  "passwordExpired",
  "hostDenied",
  "full",
  "quorum",
  "name",
  "nameDenied",
  "tlsDemanded",
  "tlsUntrusted",
  "tlsHost",
  "tlsExpired",
  "tlsAbsent",
  "tlsFails",
  "host",
  "port",
  "socket",
  "protocol",
  "silence",
] as const;
export type ConnectionFault = (typeof connectionFaults)[number];

/** The numbers of MySQL, of MariaDB, and of the driver. */
const BY_NUMBER: Partial<Record<number, ConnectionFault>> = {
  ...{
    1045: "account",
    1698: "account",
    4151: "locked",
    3118: "locked",
    1820: "passwordExpired",
    1862: "passwordExpired",
  },
  ...{ 1129: "hostDenied", 1130: "hostDenied", 1040: "full", 1203: "full", 1226: "full" },
  ...{ 1047: "quorum" },
  ...{ 1049: "name", 1044: "nameDenied", 3159: "tlsDemanded" },
  ...{ 45023: "tlsAbsent", 45056: "tlsUntrusted", 45057: "tlsUntrusted", 45062: "tlsUntrusted", 45059: "tlsHost" },
  ...{ 45009: "protocol", 45012: "silence" },
};

/** What Node calls its own errors by; of a certificate also where the driver took it for merely untrusted. */
const BY_CODE: readonly [RegExp, ConnectionFault][] = [
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, "tlsExpired"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "tlsHost"],
  [/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_/, "tlsUntrusted"],
  [/^(EPROTO|ERR_SSL|ERR_TLS)/, "tlsFails"],
  [/^(ENOTFOUND|EAI_AGAIN)$/, "host"],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/, "port"],
  [/^(ENOENT|EACCES|ENOTSOCK)$/, "socket"],
  [/^(ECONNRESET|EPIPE)$/, "protocol"],
];

/** What the error of one try to connect says. */
export function faultOf(error: unknown): ConnectionFault {
  if (!(error instanceof Error)) return "silence";
  const known = "errno" in error ? BY_NUMBER[Number(error.errno)] : undefined;
  return known ?? faultOfCode("code" in error ? String(error.code) : "") ?? "silence";
}

/** The same by a code of Node's alone; null for one that says nothing of the kind. */
export function faultOfCode(code: string): ConnectionFault | null {
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

const CA =
  "NODE_EXTRA_CA_CERTS=/path/to/ca.pem in the environment of the command that starts it (.env is read too late)";

/** What it means and what to do, for whoever reads the terminal or the log. The health page has the same in messages/. */
export const FAULT_WORDS: Record<ConnectionFault, string> = {
  account:
    "It refuses the account. Check user and password; special characters in the password must be percent-encoded.",
  accountOrTls: `It refuses the account. Check user and password. If the account or the server demands TLS, add ?ssl=true to DATABASE_URL and set ${CA}.`,
  locked: "The account is locked. Unlock it: ALTER USER ... ACCOUNT UNLOCK.",
  passwordExpired: "The account's password has expired. Give it a new one: ALTER USER ... IDENTIFIED BY ...",
  hostDenied: "It lets nobody in from this machine. Make the account for this machine's address, or FLUSH HOSTS.",
  full: "It has too many connections. Raise max_connections, or the account's own limit.",
  quorum:
    "This node is cut off from the majority of its cluster and answers nothing. Mend the cluster (SHOW STATUS LIKE 'wsrep_cluster_status'), or send the portal to another node.",
  name: "It has no database of this name. Check the name at the end of DATABASE_URL.",
  nameDenied: "The account has no rights in this database. Check its name; bin/public-access grants prints the rights.",
  tlsDemanded: "It takes this account over TLS only. Add ?ssl=true to DATABASE_URL.",
  tlsUntrusted: `Its certificate is signed by nobody whom Node trusts. Set ${CA}.`,
  tlsHost: "Its certificate is for another host name. Use the name that stands in the certificate in DATABASE_URL.",
  tlsExpired: "Its certificate has expired, or is not valid yet. Renew it, and check this machine's clock.",
  tlsAbsent: "It offers no TLS. Switch TLS on there, or take ?ssl=true out of DATABASE_URL.",
  tlsFails: "TLS fails. Check the server's TLS versions and ciphers.",
  host: "There is no such host. Check the host in DATABASE_URL.",
  port: "Nothing listens there. Check host and port, and that the database runs.",
  socket: "There is no such socket, or it may not be opened. Check socketPath in DATABASE_URL.",
  protocol: "It closes the connection at once. Check that host and port are those of a MySQL or MariaDB.",
  silence:
    "No answer in time. Check host, port and firewall, that the database runs, and that the port is a MySQL's or MariaDB's.",
};
