import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type TakenMail = { to: string[]; subject: string; text: string };

/**
 * A local server in Resend's place. It takes a mail once for each idempotency key, and says so each time.
 * `onMail` may do something else with a request than answer it: it gets the answer, and whether the key is new.
 */
export async function startResendServer(
  onMail: (mail: { key: string; isNew: boolean }, accept: () => void, response: ServerResponse) => void = (_, accept) =>
    accept(),
) {
  const taken = new Map<string, TakenMail>();
  const bodies = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const key = String(request.headers["idempotency-key"]);
      const isNew = !taken.has(key);
      const accept = () => {
        if (isNew) taken.set(key, JSON.parse(body));
        else if (bodies.get(key) !== body) throw new Error(`other bytes under the key ${key}`);
        bodies.set(key, body);
        response
          .writeHead(200, { "content-type": "application/json" })
          .end(JSON.stringify({ id: `mail-${[...taken.keys()].indexOf(key)}` }));
      };
      onMail({ key, isNew }, accept, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
