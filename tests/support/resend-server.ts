import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type TakenMail = {
  to: string[];
  subject: string;
  text: string;
  headers: Record<string, string>;
  reply_to?: string;
};

/** A request, and what can be done with it. */
type OnMail = (
  mail: { key: string; to: string; isNew: boolean },
  accept: () => void,
  other: { response: ServerResponse; take: () => void; refuse: (status: number, name: string) => void },
) => void;

/**
 * A local server in Resend's place. It takes a mail once for each idempotency key, and says so each time.
 * `onMail` may do something else with a request than accept it: take it without an answer, or refuse it.
 */
export async function startResendServer(onMail: OnMail = (_, accept) => accept()) {
  const taken = new Map<string, TakenMail>();
  const bodies = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const key = String(request.headers["idempotency-key"]);
      const isNew = !taken.has(key);
      const mail: TakenMail = JSON.parse(body);
      const take = () => {
        if (isNew) taken.set(key, mail);
        else if (bodies.get(key) !== body) throw new Error(`other bytes under the key ${key}`);
        bodies.set(key, body);
      };
      const answer = (status: number, said: object) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
      const accept = () => {
        take();
        answer(200, { id: `mail-${[...taken.keys()].indexOf(key)}` });
      };
      const refuse = (status: number, name: string) =>
        answer(status, { statusCode: status, name, message: `about ${name}` });
      onMail({ key, to: mail.to.join(), isNew }, accept, { response, take, refuse });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    /** as if it had never taken a mail */
    forget: () => {
      taken.clear();
      bodies.clear();
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
