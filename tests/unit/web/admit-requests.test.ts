import {
  type ClientRequest,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { admitRequests, type SentAway } from "@/lib/platform/web/admission/admit-requests";

const LONG = { timeout: 10_000 };
const waiting: ServerResponse[] = [];
const sentAway: SentAway[] = [];
const server = createServer((_, response) => waiting.push(response));
const sent: ClientRequest[] = [];

beforeAll(async () => {
  admitRequests({
    portalUrl: "https://portal.example",
    trusted: "127.0.0.1",
    knownCaller: async ({ headers }) => (headers.cookie === "session=good" ? "session" : null),
    onSentAway: (one) => sentAway.push(one),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  for (const one of sent.splice(0)) one.destroy();
  await answerAll();
  // Those who left keep their places for two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  sentAway.length = 0;
});
afterAll(() => server.close());

type Wanted = { method?: string; path?: string; from?: string; headers?: Record<string, string> };

/** Resolves once there is an answer. */
function send({ method = "GET", path = "/sign-in", from = "198.51.100.1", headers = {} }: Wanted = {}) {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const all = { "x-forwarded-for": from, ...headers };
    const one = httpRequest({ host: "127.0.0.1", port, method, path, headers: all, agent: false }, resolve);
    one.on("error", reject).end();
    sent.push(one);
  });
}
const signIn = (from?: string) => send({ method: "POST", path: "/api/auth/callback/matomo", from });
const ignore = (requests: Promise<unknown>[]) => Promise.allSettled(requests);
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

async function answerAll() {
  while (waiting.length > 0) {
    for (const response of waiting.splice(0)) response.end("answered");
    await settle();
  }
}
async function bodyOf(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer) text += chunk;
  return text;
}

it("of 200 sign-ins at once eight are at work and eight wait; the others hear 503 and when to try again", async () => {
  const answers = Array.from({ length: 200 }, (_, host) => signIn(`198.51.100.${host}`));
  const refused = await Promise.race(answers);
  expect(refused).toMatchObject({ statusCode: 503, headers: { "retry-after": "5" } });
  const body = JSON.parse(await bodyOf(refused));
  expect(body).toMatchObject({ code: "busy", url: "https://portal.example/sign-in?error=busy" });
  await vi.waitFor(() => expect(sentAway).toHaveLength(184), LONG);
  expect(waiting).toHaveLength(8);
  await answerAll();
  const statuses = (await Promise.all(answers)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 200)).toHaveLength(16);
});

it("one network has no more than its share, and of IPv6 a whole /64 is one", async () => {
  void ignore(Array.from({ length: 20 }, (_, host) => signIn(`2001:db8:0:1::${host}`)));
  await vi.waitFor(() => expect(sentAway).toHaveLength(16), LONG);
  expect(waiting).toHaveLength(4);
  expect(sentAway[0]).toMatchObject({ isSignIn: true, path: "/api/auth/callback/matomo" });
  void ignore([signIn("2001:db8:0:2::1")]);
  await vi.waitFor(() => expect(waiting).toHaveLength(5), LONG);
});

it("whoever is known, and the question whether the process lives, come in beside any crowd", async () => {
  void ignore(Array.from({ length: 300 }, (_, host) => send({ from: `198.51.100.${host % 250}` })));
  await vi.waitFor(() => expect(sentAway).toHaveLength(300 - 12 - 64), LONG);
  const before = waiting.length;
  void ignore([send({ headers: { cookie: "session=good" } }), send({ path: "/api/healthz" })]);
  await vi.waitFor(() => expect(waiting).toHaveLength(before + 2), LONG);
});

it("whoever leaves early keeps the place while the work goes on, so leaving early wins nothing", async () => {
  const leavers = Array.from({ length: 4 }, () => signIn());
  void ignore(leavers);
  await vi.waitFor(() => expect(waiting).toHaveLength(4), LONG);
  for (const one of sent.splice(0)) one.destroy();
  await settle();
  expect((await signIn()).statusCode).toBe(503);
});

it("a page is refused with a page, in the language of who asks", async () => {
  void ignore(Array.from({ length: 40 }, () => send()));
  await vi.waitFor(() => expect(sentAway).toHaveLength(8), LONG);
  const answer = await send({ headers: { accept: "text/html", "accept-language": "xx, de-CH;q=0.8" } });
  expect(answer).toMatchObject({ statusCode: 503, headers: { "content-type": "text/html; charset=utf-8" } });
  expect(await bodyOf(answer)).toMatch(/<html lang="de[^"]*" dir="ltr">.*Public Access [^.<]*\. /);
});
