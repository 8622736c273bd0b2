import { once } from "node:events";
import { createServer, type Socket, connect as to } from "node:net";

/** What becomes of a statement: it goes on, it never arrives, or it is done and its answer never arrives. */
type Verdict = "pass" | "cut before" | "cut after";

/** A command of the protocol that holds a statement: number 0 in its sequence, COM_QUERY. */
const isStatement = (chunk: Buffer) => chunk[3] === 0 && chunk[4] === 3;

/**
 * Stands before the MySQL or MariaDB of `url` and cuts the line where `judge` says so: for the server the process on
 * the other end is then dead.
 * @param judge is asked about the text of each statement
 */
export async function cuttingProxy(
  url: string,
  judge: (sql: string) => Verdict,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = to(Number(port), hostname);
    let cutsAtAnswer = false;
    const cut = () => [client, database].forEach((socket) => void socket.destroy());
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on("error", cut).on("close", cut);
    }
    client.on("data", (chunk) => {
      const verdict = isStatement(chunk) ? judge(chunk.subarray(5).toString()) : "pass";
      if (verdict === "cut before") return cut();
      cutsAtAnswer = verdict === "cut after";
      database.write(chunk);
    });
    database.on("data", (chunk) => (cutsAtAnswer ? cut() : client.write(chunk)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const own = new URL(url);
  own.host = `127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
  return {
    url: own.href,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
