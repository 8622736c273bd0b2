import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { markRequests, peerHeader } from "@/lib/platform/web/mark-requests";

const SECRET = "0123456789abcdef0123456789abcdef";
const seen: IncomingMessage[] = [];
const server = createServer((incoming, response) => {
  seen.push(incoming);
  response.end();
});

beforeAll(async () => {
  markRequests({ secret: SECRET, portalUrl: "https://portal.example" });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

function send(method: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return new Promise((resolve, reject) => {
    httpRequest({ host: "127.0.0.1", port, method, headers, agent: false }, resolve).on("error", reject).end();
  });
}

it("a request carries its peer's address, whatever the client sent under that name", async () => {
  await send("GET", { [peerHeader(SECRET)]: "203.0.113.9", "x-forwarded-for": "203.0.113.9" });
  expect(seen.at(-1)?.headers[peerHeader(SECRET)]).toBe("127.0.0.1");
});

it("the header's name cannot be guessed without the secret", () => {
  expect(peerHeader(SECRET)).toMatch(/^x-peer-[0-9a-f]{32}$/);
  expect(peerHeader(`${SECRET}x`)).not.toBe(peerHeader(SECRET));
});

it("an answer has its headers before anything else runs", async () => {
  const answer = await send("GET", {});
  expect(answer.headers).toMatchObject({
    "strict-transport-security": "max-age=63072000",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
});

it("TRACE arrives as a method that is refused with words", async () => {
  await send("TRACE", {});
  expect(seen.at(-1)?.method).toBe("OPTIONS");
});
