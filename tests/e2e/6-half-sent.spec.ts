import { connect } from "node:net";
import { e2eServer } from "@/tests/support/e2e";
import { expect, test } from "./portal";

/** Node alone would wait for minutes (lib/platform/web/bound-connections.ts: 10 seconds for headers, 20 for a body). */
const SECONDS_MOST = 30;

/** How many seconds pass until the built server closes a connection on which `text` is sent, and then a byte at a time. */
function closedAfter(text: string, drip: boolean): Promise<number> {
  const { hostname, port } = new URL(e2eServer().baseUrl);
  const begun = performance.now();
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
    const drops = drip ? setInterval(() => socket.write("a"), 500) : undefined;
    socket.on("error", () => {});
    socket.resume().once("close", () => {
      clearInterval(drops);
      resolve((performance.now() - begun) / 1000);
    });
  });
}

const POST = "POST /api/auth/callback/matomo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";

const CONNECTIONS = [
  ["on which nothing is sent", "", false],
  ["whose headers never end", "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: ", true],
  ["whose body never comes", POST, false],
  ["whose body comes a byte at a time", POST, true],
] as const;
/** All begin at once and are waited for together. */
let waits: Map<string, Promise<number>>;
test.beforeAll(() => {
  waits = new Map(CONNECTIONS.map(([what, text, drip]) => [what, closedAfter(text, drip)]));
});

for (const [what] of CONNECTIONS) {
  test(`a connection ${what} is closed within seconds`, async () => {
    test.setTimeout(60_000);
    expect(await waits.get(what)).toBeLessThan(SECONDS_MOST);
  });
}
