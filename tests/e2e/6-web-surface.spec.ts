import { readdirSync, readFileSync } from "node:fs";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { isIP } from "node:net";
import path from "node:path";
import { startPortal } from "@/scripts/portal-server.mjs";
import { e2eServer } from "@/tests/support/e2e";
import { freePort } from "@/tests/support/mariadb";
import { ANNA, expect, openPortal, sql, test } from "./portal";
import { SECOND_ORIGIN, SECRETS, type SecondPortal, signInBare, startSecondPortal } from "./second-portal";

// An event is spoiled.
test.use({ mayLog: [/a-canary/] });

const root = path.join(import.meta.dirname, "../..");
const chunk = `/_next/static/chunks/${readdirSync(path.join(root, ".next/static/chunks")).find((name) => name.endsWith(".js"))}`;

type Answer = { status: number; headers: IncomingMessage["headers"]; text: string };

/** A request as it is written here: fetch would add or forbid headers and methods. */
function send(address: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const url = new URL(address, e2eServer().baseUrl);
  return new Promise<Answer>((resolve, reject) => {
    const outgoing = httpRequest(
      url,
      { method: init.method ?? "GET", headers: init.headers, agent: false },
      (answer) => {
        let text = "";
        answer.on("data", (data) => {
          text += data;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      },
    );
    // As bytes: text would be sent together with the headers, and change their encoding.
    outgoing.on("error", reject).end(Buffer.from(init.body ?? ""));
  });
}

const post = (address: string, headers: Record<string, string>, body = "a=b") =>
  send(address, { method: "POST", headers: { "content-length": String(Buffer.byteLength(body)), ...headers }, body });

const lastEvent = async () => (await sql("SELECT * FROM portal_audit_event ORDER BY seq DESC LIMIT 1"))[0];

const nonceOf = (answer: Answer) => /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1];

test.describe("the headers", () => {
  for (const [what, address, status] of [
    ["a page", "/sign-in", 200],
    ["a redirect", "/public-access", 307],
    ["a page with a slash at its end", "/sign-in/", 200],
    ["a page that is not there", "/nothing", 404],
    ["a malformed address", "/%E0%A4%A", 404],
    ["a refused API call", "/api/sites", 401],
    ["an API address that is not there", "/api/nothing", 404],
    ["next-auth", "/api/auth/csrf", 200],
    ["the error page", "/_global-error", 500],
    ["a static file", chunk, 200],
    ["a static file that is not there", "/_next/static/nothing.js", 404],
  ] as const) {
    test(`are on ${what}`, async () => {
      const answer = await send(address);
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": expect.stringContaining("camera=()"),
        "cache-control": expect.stringContaining(address === chunk ? "immutable" : "no-store"),
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(answer.headers["content-security-policy"]).toMatch(/^default-src 'none';/);
      expect(answer.headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
      expect(answer.headers).not.toHaveProperty("x-powered-by");
      expect(answer.headers).not.toHaveProperty("strict-transport-security");
    });
  }

  test("carry another nonce each time, the one that the page's scripts have", async () => {
    const [first, second] = [await send("/sign-in"), await send("/sign-in")];
    expect(nonceOf(first)).toMatch(/^[\w+/]{24}$/);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    const scripts = first.text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(first)}"`);
    const forged = await send("/sign-in", { headers: { "content-security-policy": "script-src 'nonce-forged'" } });
    expect(forged.text).not.toContain("forged");
  });

  test("keep messages for a year under the name of what is in them, and not at all under another", async () => {
    const [, file] = (await send("/sign-in")).text.match(/src="(\/api\/messages\/en\.[0-9a-f]{16}\.js)"/) ?? [];
    const current = await send(file ?? "");
    expect(current.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
    // As a page of another version asks while this one is rolled out: it gets words all the same.
    const outdated = await send("/api/messages/en.0123456789abcdef.js");
    expect(outdated.text).toBe(current.text);
    expect(outdated.headers["cache-control"]).toBe("no-store");
    for (const name of ["xx.0123456789abcdef.js", "..%2Fen.js", "1"])
      expect(await send(`/api/messages/${name}`)).toMatchObject({ status: 404, text: "" });
  });

  test("of a failed page are the same, and it says nothing of the cause", async () => {
    const { cookie } = await bareSession();
    const [event] = await sql("SELECT seq, facts FROM portal_audit_event ORDER BY seq DESC LIMIT 1");
    await sql("UPDATE portal_audit_event SET facts = 'not JSON: a-canary' WHERE seq = ?", [Number(event?.seq)]);
    try {
      const answer = await send("/activity", { headers: { cookie } });
      expect(answer.text).not.toMatch(/a-canary|SyntaxError|node_modules/);
      expect(answer.headers["cache-control"]).toContain("no-store");
      expect(nonceOf(answer)).toBeTruthy();
    } finally {
      await sql("UPDATE portal_audit_event SET facts = ? WHERE seq = ?", [String(event?.facts), Number(event?.seq)]);
    }
  });
});

test.describe("in a browser", () => {
  test.use({ mayComplain: [/Content Security Policy/] });

  test("a script without the nonce does not run", async ({ page }) => {
    await openPortal(page);
    const ran = await page.evaluate(() => {
      const holder = document.createElement("div");
      holder.innerHTML = `<img src="data:," onerror="document.title='ran'">`;
      document.body.append(holder);
      const handler = document.createElement("button");
      handler.setAttribute("onclick", "document.title='ran'");
      document.body.append(handler);
      handler.click();
      const script = document.createElement("a");
      script.href = "javascript:document.title='ran'";
      document.body.append(script);
      script.click();
      document.body.insertAdjacentHTML("beforeend", "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\">");
      return new Promise<string>((resolve) => setTimeout(() => resolve(document.title), 500));
    });
    expect(ran).not.toBe("ran");
  });
});

test.describe("a POST", () => {
  const FOREIGN: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { origin: "https://evil.example", host: "evil.example" },
    { referer: "http://localhost/sign-in" },
  ];

  test("from no page of Public Access’s own is refused everywhere, whatever it claims, and recorded", async () => {
    expect((await post("/settings", {})).status).toBe(403);
    expect(await lastEvent()).toMatchObject({
      type: "request.refused",
      actor_type: "visitor",
      facts: JSON.stringify({ path: "/settings", code: "foreign_origin" }),
    });
    for (const address of ["/settings", "/sign-in", "/nothing", "/api/auth/callback/matomo", "/api/auth/signout"]) {
      for (const headers of FOREIGN) {
        const answer = await post(address, headers);
        expect(answer.status).toBe(403);
        expect(JSON.parse(answer.text)).toMatchObject({ code: "foreign_origin", message: expect.any(String) });
      }
    }
  });

  test("with a server action in it does not run the action, though everything else is right", async () => {
    const { cookie } = await bareSession();
    const manifest = path.join(root, ".next/standalone/.next/server/server-reference-manifest.json");
    const { node } = JSON.parse(readFileSync(manifest, "utf8"));
    const ids = Object.keys(node);
    expect(ids.length, "each kind of foreign request meets an action").toBeGreaterThan(FOREIGN.length);
    const before = await lastEvent();
    for (const [index, id] of ids.entries()) {
      const action = { "next-action": id, "content-type": "text/plain;charset=UTF-8", cookie };
      const headers = FOREIGN[index % FOREIGN.length];
      expect((await post("/public-access", { ...action, ...headers }, "[{}]")).status).toBe(403);
    }
    const events = await sql("SELECT type FROM portal_audit_event WHERE seq > ?", [Number(before?.seq)]);
    // Most of them are counted by now (lib/ledger/audit/record-refusal.ts).
    for (const { type } of events) expect(["request.refused", "refusals.counted"]).toContain(type);
  });

  test("must say how long it is, and may be 256 kB long", async () => {
    const origin = e2eServer().baseUrl;
    const chunked = await send("/sign-in", {
      method: "POST",
      headers: { origin, "transfer-encoding": "chunked" },
      body: "a=b",
    });
    expect([chunked.status, JSON.parse(chunked.text).code]).toEqual([411, "length_required"]);
    const large = await post("/sign-in", { origin }, "a".repeat(256 * 1024 + 1));
    expect([large.status, JSON.parse(large.text).code]).toEqual([413, "body_too_large"]);
    expect((await post("/sign-in", { origin }, "a".repeat(256 * 1024))).status).toBe(200);
  });
});

test("methods other than GET, HEAD and POST do nothing anywhere, nor HEAD at a route handler", async () => {
  const authorization = `Bearer ${e2eServer().cronSecret}`;
  const runs = await sql("SELECT COUNT(*) AS n FROM portal_run");
  const refusals = () => sql("SELECT COUNT(*) AS n FROM portal_audit_event WHERE type = 'request.refused'");
  const before = await refusals();
  for (const method of ["OPTIONS", "TRACE"]) {
    const answer = await send("/api/sites", { method, headers: { authorization } });
    expect([method, answer.status]).toEqual([method, 405]);
  }
  expect((await send("/api/reminders/slow?m=x&s=y", { method: "HEAD" })).status).toBe(303);
  expect((await send("/api/healthz", { method: "HEAD" })).status).toBe(200);
  // What asks for nothing to be changed is no event, however often a link checker asks.
  expect(await refusals()).toEqual(before);
  for (const method of ["OPTIONS", "TRACE", "PUT", "PATCH", "DELETE"]) {
    for (const address of ["/sign-in", "/nothing", "/api/sites", "/api/cron/watch", chunk]) {
      const answer = await send(address, { method, headers: { authorization, origin: e2eServer().baseUrl } });
      expect([method, address, answer.status]).toEqual([method, address, 405]);
    }
  }
  for (const address of ["/api/cron/watch", "/%61pi/cron/watch", "/api/sites", "/api/auth/csrf"])
    expect((await send(address, { method: "HEAD", headers: { authorization } })).status).toBe(405);
  expect(await sql("SELECT COUNT(*) AS n FROM portal_run")).toEqual(runs);
});

test("no header changes the recorded address, and a user agent with control characters is recorded without", async () => {
  const portal = await startSecondPortal();
  try {
    for (const header of ["x-forwarded-for", "x-real-ip", "forwarded", "cf-connecting-ip", "x-client-ip"]) {
      await post(`${portal.address}/sign-in`, { [header]: "203.0.113.9", "user-agent": "Mozilla\u0085\u00ad/5.0" });
      const [event] = await portal.query("SELECT ip, user_agent FROM portal_audit_origin ORDER BY seq DESC LIMIT 1");
      expect(event).toEqual({ ip: "127.0.0.1", user_agent: "Mozilla/5.0" });
    }
  } finally {
    await portal.stop();
  }
});

test("next-auth answers what the portal asks it, and nothing else", async () => {
  const origin = e2eServer().baseUrl;
  for (const action of ["session", "signin/matomo", "signout/x", "callback/matomo", "nothing"])
    expect((await send(`/api/auth/${action}`)).status, action).toBe(404);
  for (const action of ["session", "_log", "signin/matomo", "csrf", "callback/nothing"])
    expect((await post(`/api/auth/${action}`, { origin })).status, action).toBe(404);
  for (const action of ["csrf", "providers"]) expect((await send(`/api/auth/${action}`)).status).toBe(200);
});

test.describe("configured for https", () => {
  let portal: SecondPortal;
  test.beforeAll(async () => {
    portal = await startSecondPortal({ TRUSTED_PROXIES: "127.0.0.1" });
  });
  test.afterAll(() => portal?.stop());

  test("the session's cookie is bound to the host and to https, and scripts cannot read it", async () => {
    const { answer } = await signInBare(portal, ANNA);
    const cookie = answer.headers.getSetCookie().find((line) => line.includes("public-access.session")) ?? "";
    expect(cookie).toMatch(/^__Host-public-access\.session=/);
    const attributes = cookie.split("; ").slice(1);
    expect(attributes).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]));
    expect(cookie).not.toMatch(/domain=/i);
  });

  test("browsers are kept on https for a year or longer", async () => {
    for (const address of ["/sign-in", "/nothing", "/sign-in/", "/api/sites", chunk]) {
      const { headers } = await send(`${portal.address}${address}`);
      const age = /^max-age=(\d+)/.exec(String(headers["strict-transport-security"]))?.[1];
      expect(Number(age)).toBeGreaterThanOrEqual(31_536_000);
    }
    const { headers } = await send(`${portal.address}/sign-in`);
    expect(headers["content-security-policy"]).toContain("upgrade-insecure-requests");
  });

  test("the address behind a trusted proxy is the one that proxy wrote, not what the client forged", async () => {
    await post(`${portal.address}/sign-in`, { "x-forwarded-for": "198.51.100.1, 203.0.113.9" });
    const [event] = await portal.query("SELECT ip FROM portal_audit_origin ORDER BY seq DESC LIMIT 1");
    expect(event?.ip).toBe("203.0.113.9");
    expect(isIP(String(event?.ip))).toBe(4);
  });

  test("no secret is in the build, in an answer, in an address or in the log", async () => {
    const canaries = [...Object.values(SECRETS), "canary-smtp-password", portal.databaseUrl, ANNA.password];
    const { cookie } = await signInBare(portal, ANNA);
    await signInBare(portal, { ...ANNA, password: "canary-wrong-password" });
    await portal.query("UPDATE portal_audit_event SET facts = 'broken' WHERE seq = 1");
    await portal.query("ALTER TABLE matomo_access RENAME TO matomo_access_away");
    const seen: string[] = [];
    for (const address of [
      "/sign-in",
      "/public-access",
      "/activity",
      "/settings",
      "/nothing",
      "/api/sites",
      "/api/auth/providers",
      "/api/auth/error?error=Configuration",
      "/api/cron/watch",
    ]) {
      const cron = { authorization: `Bearer ${SECRETS.CRON_SECRET}` };
      const callers: Record<string, string>[] = [{ cookie }, { cookie, ...cron }, {}];
      for (const headers of callers) {
        const answer = await send(`${portal.address}${address}`, { headers });
        seen.push(JSON.stringify(answer.headers), answer.text);
      }
    }
    seen.push((await post(`${portal.address}/settings`, { origin: SECOND_ORIGIN, cookie })).text, portal.said());
    expect(portal.said(), "the failures are in the log").toContain("schema_not_understood");
    for (const canary of [...canaries, "canary-wrong-password", cookie.split("=")[1] ?? ""])
      expect(
        seen.some((text) => text.includes(canary)),
        canary.slice(0, 30),
      ).toBe(false);

    const files = readdirSync(path.join(root, ".next/static"), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const text = readFileSync(path.join(file.parentPath, file.name), "latin1");
      for (const name of [...Object.keys(SECRETS), "DATABASE_URL"]) expect(text.includes(name), name).toBe(false);
      for (const value of Object.values(SECRETS)) expect(text.includes(value), file.name).toBe(false);
    }
  });
});

test("over plain http elsewhere than on this machine the portal does not start, unless a proxy ends TLS", async () => {
  const start = async (changes: Record<string, string>) =>
    startPortal({
      ...SECRETS,
      DATABASE_URL: e2eServer().databaseUrl,
      NEXTAUTH_URL: "http://portal.nordlicht.example",
      OIDC_ISSUER: "https://id.nordlicht.example",
      OIDC_CLIENT_ID: "portal",
      MAIL_TRANSPORT: "mailbox",
      MAIL_FROM: "alerts@nordlicht.example",
      MAILBOX_DIR: e2eServer().mailboxDir,
      PORT: String(await freePort()),
      HOSTNAME: "127.0.0.1",
      ...changes,
    });
  await expect(start({})).rejects.toThrow(/NEXTAUTH_URL is plain http[\s\S]*PROXY_ENDS_TLS=true/);
  const portal = await start({ PROXY_ENDS_TLS: "true" });
  await portal.stop();
});

/** The cookie of a session of the demo's own server. */
async function bareSession(): Promise<{ cookie: string }> {
  const { baseUrl } = e2eServer();
  const token = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = await token.json();
  const cookie = token.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const answer = await post(
    "/api/auth/callback/matomo",
    { origin: baseUrl, cookie, "content-type": "application/x-www-form-urlencoded" },
    new URLSearchParams({ identifier: ANNA.login, password: ANNA.password, csrfToken, json: "true" }).toString(),
  );
  const session = answer.headers["set-cookie"]?.find((line) => line.startsWith("public-access.session"));
  return { cookie: session?.split(";")[0] ?? "" };
}
