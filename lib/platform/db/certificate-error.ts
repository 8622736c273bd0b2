import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { MysqlAddress } from "./mysql-address";

const TIMEOUT_MS = 3_000;
/** Protocol 4.1, TLS, the usual kind of scrambled password, plugins. */
const CAPABILITIES = 0x200 | 0x800 | 0x8000 | 0x80000;

/**
 * What Node holds against the certificate of a MySQL or MariaDB, as its own code (`CERT_HAS_EXPIRED`); null for nothing,
 * or when none is shown in time. The driver says of every such certificate that it signed itself. Asks for TLS and sends
 * nothing more: no account, no password.
 */
export function readCertificateError({ host, port, socketPath }: MysqlAddress): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = socketPath ? connect(socketPath) : connect(port, host);
    const end = (answer: string | null) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(TIMEOUT_MS, () => end(null));
    socket.once("error", () => end(null));
    socket.once("close", () => end(null));
    // The server speaks first.
    socket.once("data", () => {
      socket.write(tlsRequest());
      judge(socket, host, end);
    });
  });
}

function judge(socket: Socket, host: string, end: (answer: string | null) => void): void {
  const secured = connectTls({ socket, host, rejectUnauthorized: false });
  secured.once("error", () => end(null));
  secured.once("secureConnect", () => {
    const said: unknown = secured.authorizationError;
    end(secured.authorized ? null : said instanceof Error && "code" in said ? String(said.code) : String(said));
  });
}

/** Length and number of the packet, what we can do, how long packets may be, utf8mb4, 23 zeros. */
function tlsRequest(): Buffer {
  const packet = Buffer.alloc(36);
  packet.writeUInt32LE(32 | (1 << 24), 0);
  packet.writeUInt32LE(CAPABILITIES, 4);
  packet.writeUInt32LE(0x1000000, 8);
  packet.writeUInt8(45, 12);
  return packet;
}
