import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { boundConnections } from "@/lib/platform/web/bound-connections";

const MS = { headMs: 300, bodyMs: 600 };
const server = createServer((request, response) => {
  if (request.url === "/job") setTimeout(() => response.end("done"), 1_500);
  else request.resume().on("end", () => response.end("here"));
});
const sockets: Socket[] = [];

beforeAll(async () => {
  boundConnections({ trusted: "", onClosed: () => {}, bounds: { ...MS, perAddress: 5, total: 10 } });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await sleep(50);
});
afterAll(() => server.close());

type Line = { socket: Socket; said: () => string; closedAfter: Promise<number> };

/** A connection on which `text` is sent and no more. */
async function open(text = "", host = "127.0.0.1"): Promise<Line> {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const socket = connect({ port, host });
  sockets.push(socket);
  let said = "";
  socket.on("data", (data) => {
    said += data;
  });
  socket.on("error", () => {});
  const begun = performance.now();
  const closedAfter = new Promise<number>((resolve) => socket.once("close", () => resolve(performance.now() - begun)));
  await new Promise((resolve) => socket.once("connect", resolve));
  socket.write(text);
  return { socket, said: () => said, closedAfter };
}

const GET = "GET / HTTP/1.1\r\nHost: portal\r\n\r\n";

describe("a connection is closed within seconds", () => {
  it.each([
    ["on which nothing is sent", ""],
    ["whose headers never end", "GET / HTTP/1.1\r\nHost: portal\r\nX-A: b\r\n"],
    ["whose body never ends", "POST / HTTP/1.1\r\nHost: portal\r\nContent-Length: 100\r\n\r\nhalf"],
    ["whose chunks never end", "POST / HTTP/1.1\r\nHost: portal\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"],
    ["whose second request never ends", `${GET}GET / HTTP/1.1\r\nHost: `],
  ])("%s", async (_what, text) => {
    const { closedAfter } = await open(text);
    expect(await closedAfter).toBeLessThan(3_000);
  });

  it("whose headers or body come a byte at a time", async () => {
    for (const text of ["GET / HTTP/1.1\r\nX-A: ", "POST / HTTP/1.1\r\nHost: portal\r\nContent-Length: 1000\r\n\r\n"]) {
      const { socket, closedAfter } = await open(text);
      const drip = setInterval(() => socket.write("a"), 20);
      expect(await closedAfter).toBeLessThan(3_000);
      clearInterval(drip);
    }
  });
});

it("what is being answered is waited for, however long it takes", async () => {
  const { socket, said } = await open("GET /job HTTP/1.1\r\nHost: portal\r\n\r\n");
  await sleep(1_300);
  expect(socket.destroyed).toBe(false);
  await expect.poll(said, { timeout: 5_000 }).toContain("done");
});

it("who asks one thing after another is answered on one connection", async () => {
  const { socket, said } = await open(GET);
  for (let asked = 1; asked < 4; asked += 1) {
    await expect.poll(() => said().split("here").length - 1).toBe(asked);
    socket.write(GET);
  }
});

const another = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === "IPv4" && !one.internal)?.address;

it.runIf(another)(
  "one address has so many at once and no more; this machine, where a proxy may stand, is not counted",
  async () => {
    const lines = await Promise.all(Array.from({ length: 6 }, () => open("", another)));
    await expect
      .poll(() => lines.filter(({ socket }) => socket.destroyed).length, { timeout: 200, interval: 10 })
      .toBe(1);
    const own = await open(GET);
    await expect.poll(own.said).toContain("here");
  },
);

it("where there are too many, the one that has waited longest makes room for who comes, and none that is answered", async () => {
  const job = await open("GET /job HTTP/1.1\r\nHost: portal\r\n\r\n");
  const idle = await Promise.all(Array.from({ length: 9 }, () => open()));
  const { said } = await open(GET);
  await expect.poll(said).toContain("here");
  await expect.poll(job.said, { timeout: 5_000 }).toContain("done");
  expect(await idle[0]?.closedAfter).toBeLessThan(3_000);
});
