import { connect } from "node:net";
import { expect, test } from "./portal";
import { SECOND_ORIGIN, type SecondPortal, startSecondPortal } from "./second-portal";

// What is planted is garbage, and the log may say so.
test.use({ mayLog: [/./] });

let portal: SecondPortal;
test.beforeAll(async () => {
  portal = await startSecondPortal();
});
test.afterAll(() => portal.stop());

/** What the portal sends for exactly these lines: neither a browser nor fetch would send them. */
function sendLines(...lines: string[]): Promise<string> {
  const { port } = new URL(portal.address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1");
    let said = "";
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (data) => {
      said += data.toString("latin1");
    });
    socket.on("error", reject).on("close", () => resolve(said));
    socket.write(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`);
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const locationOf = (answer: string) => /^location: (.*?)\r?$/im.exec(answer)?.[1];

const COOKIES = [
  "__Host-public-access.session",
  "__Host-public-access.session.0",
  "__Host-public-access.step-up",
  "next-auth.callback-url",
  "next-auth.csrf-token",
  "next-auth.pkce.code_verifier",
  "next-auth.state",
  "next-auth.nonce",
].flatMap((name) => (name.startsWith("__") ? [name] : [`__Host-${name}`, `__Secure-${name}`, name]));
const GARBAGE = [
  "x",
  "|",
  "%",
  "%00",
  '"',
  "a.b.c.d.e",
  "javascript:alert(1)",
  "https%3A%2F%2Fevil.example%2F",
  "%2F%09%2Fevil.example",
  "http://[",
];
/** All of them at once, each alone, and a long one; as the header has it. */
const PLANTED = [
  ...GARBAGE.map((value) => COOKIES.map((name) => `${name}=${value}`).join("; ")),
  ...COOKIES.map((name) => `${name}=javascript:alert(1)`),
  `__Host-next-auth.callback-url=${"y".repeat(3_000)}`,
];
const ROUTES = [
  "GET csrf",
  "GET providers",
  "GET signin",
  "GET signout",
  "GET error",
  "GET verify-request",
  "GET callback/single-sign-on",
  "GET callback/single-sign-on?code=1&state=2",
  "GET callback/single-sign-on-step-up?code=1&state=2",
  "GET csrf?callbackUrl=x",
  "GET signin?callbackUrl=//evil.example",
  "GET error?error=%0a%0dX:%20y&callbackUrl=//evil.example",
  "POST callback/matomo",
  "POST callback/step-up",
  "POST signin/single-sign-on",
  "POST signout",
  "POST signout?callbackUrl=x",
];

test.describe("a cookie that makes no sense", () => {
  for (const route of ROUTES) {
    test(`is dropped and breaks nothing: ${route}`, async () => {
      const [method = "", path = ""] = route.split(" ");
      for (const cookie of PLANTED) {
        const answer = await sendLines(
          `${method} /api/auth/${path} HTTP/1.1`,
          "Host: portal.nordlicht.example",
          `Origin: ${SECOND_ORIGIN}`,
          `Cookie: ${cookie}`,
          ...(method === "POST" ? ["Content-Type: application/x-www-form-urlencoded", "Content-Length: 0"] : []),
        );
        const planted = `${route} with ${cookie.slice(0, 80)}`;
        expect(statusOf(answer), planted).toBeLessThan(500);
        expect(answer, planted).not.toMatch(/^set-cookie: __Secure-/im);
        expect(answer, planted).not.toMatch(/^location:.*evil\.example/im);
        expect(answer, planted).not.toMatch(/NextAuth|<html/i);
        const location = locationOf(answer);
        if (location) expect(new URL(location, SECOND_ORIGIN).origin, planted).toBe(SECOND_ORIGIN);
      }
    });
  }

  test("does not keep anybody from getting a token to sign in with", async () => {
    for (const name of ["__Host-next-auth.callback-url", "__Secure-next-auth.callback-url"]) {
      const answer = await sendLines("GET /api/auth/csrf HTTP/1.1", "Host: x", `Cookie: ${name}=javascript:alert(1)`);
      expect(statusOf(answer)).toBe(200);
      expect(answer).toMatch(/"csrfToken":"[0-9a-f]{64}"/);
    }
  });
});

test("every cookie that is set is bound to this host", async () => {
  const answer = await sendLines("GET /api/auth/csrf HTTP/1.1", "Host: portal.nordlicht.example");
  const set = answer.split("\r\n").filter((line) => /^set-cookie:/i.test(line));
  expect(set.length).toBeGreaterThan(1);
  for (const cookie of set)
    expect(cookie).toMatch(/^set-cookie: __Host-[^;]*; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/i);
});

test.describe("in place of next-auth's own English pages", () => {
  for (const page of ["signin", "signout", "error", "verify-request"]) {
    test(`the portal's stands: ${page}`, async () => {
      const answer = await sendLines(
        `GET /api/auth/${page}?error=Configuration HTTP/1.1`,
        "Host: portal.nordlicht.example",
      );
      expect(statusOf(answer)).toBe(302);
      const location = new URL(locationOf(answer) ?? "");
      expect(location.origin + location.pathname).toBe(`${SECOND_ORIGIN}/sign-in`);
      expect(location.searchParams.get("error")).toBe("Configuration");
    });
  }

  for (const [language, words] of [
    ["en", "Something went wrong"],
    ["de", "Etwas ist schiefgegangen"],
    ["fr", "Un problème est survenu"],
    ["es", "Algo ha fallado"],
    ["ar", "حدث خطأ ما"],
  ] as const) {
    test(`it speaks ${language}`, async () => {
      const answer = await fetch(`${portal.address}/sign-in?error=Configuration`, {
        headers: { "accept-language": language },
      });
      const html = await answer.text();
      expect(html).toContain(`lang="${language}"`);
      expect(html).toMatch(/role="alert"/);
      expect(html).toContain(words);
    });
  }
});

test.describe("a request line that names no path here", () => {
  for (const line of [
    "OPTIONS * HTTP/1.1",
    "GET * HTTP/1.1",
    "GET http://evil.example/ HTTP/1.1",
    "GET http://evil.example/public-access HTTP/1.1",
    "GET http://evil.example//x HTTP/1.1",
    "GET https://evil.example:444/sign-in HTTP/1.1",
    "OPTIONS http://evil.example/ HTTP/1.1",
    "POST http://evil.example/api/auth/signout HTTP/1.1",
    "TRACE http://evil.example/ HTTP/1.1",
    "GET evil.example:443 HTTP/1.1",
    "GET javascript:evil.example HTTP/1.1",
    "HEAD http://evil.example/ HTTP/1.1",
  ]) {
    test(`is refused: ${line}`, async () => {
      const answer = await sendLines(line, "Host: portal.nordlicht.example", "Content-Length: 0");
      expect([400, 405]).toContain(statusOf(answer));
      expect(answer).not.toContain("evil.example");
    });
  }

  for (const line of [
    "GET //evil.example HTTP/1.1",
    "GET //evil.example/ HTTP/1.1",
    "GET /\\evil.example HTTP/1.1",
    "GET //evil.example/%2e%2e HTTP/1.1",
    "GET /%2f/evil.example HTTP/1.1",
    "GET /.//evil.example HTTP/1.1",
    "GET /public-access HTTP/1.1",
    "GET / HTTP/1.1",
  ]) {
    test(`and one with a path leads to no other host: ${line}`, async () => {
      for (const host of ["portal.nordlicht.example", "evil.example", "evil.example:444", "a@evil.example"]) {
        const answer = await sendLines(line, `Host: ${host}`, "X-Forwarded-Host: evil.example");
        expect(statusOf(answer)).toBeLessThan(500);
        const location = locationOf(answer);
        if (location) expect(new URL(location, `${SECOND_ORIGIN}/a`).origin).toBe(SECOND_ORIGIN);
      }
    });
  }
});
