import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aSuperUser } from "@/tests/support/builders";
import { freezeClock } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/database";
import { freePort } from "@/tests/support/mariadb";
import { PortalBrowser } from "@/tests/support/portal-request";
import { auditOf } from "@/tests/support/state";

// What an attacker would want who speaks for the provider, or between it and the portal: to be taken for a Super User by an
// answer that the provider never signed for this sign-in. What is left: no session, and no answer that stops the server.

useDatabase();

const CLIENT = { id: "public-access", secret: "a-client-secret-of-the-tests-long-enough" };
const PORTAL = "http://localhost:3000";
const NOW = Date.parse("2026-05-04T09:00:00Z") / 1000;
const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
const jwk = { ...own.publicKey.export({ format: "jwk" }), kid: "own", alg: "RS256", use: "sig" };

let issuer = "";
/** How the provider answers when the portal trades the code in. */
let trade: (response: ServerResponse) => void = () => {};

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const server = createServer((request, response) => {
  if (request.url?.startsWith("/token")) return trade(response);
  if (request.url?.startsWith("/jwks")) return json(response, { keys: [jwk] });
  if (request.url?.startsWith("/me")) return json(response, { sub: "somebody else", email: "anna@people.example" });
  return json(response, {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/me`,
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
  });
});

beforeAll(async () => {
  const port = await freePort();
  issuer = `http://localhost:${port}`;
  await new Promise<void>((resolve) => server.listen(port, resolve));
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => freezeClock("2026-05-04T09:00:00Z"));

type Claims = Record<string, unknown>;
type Token = { header?: Claims; signed?: (input: string) => string };

const part = (value: Claims) => Buffer.from(JSON.stringify(value)).toString("base64url");
const rsa = (key: typeof own.privateKey) => (input: string) =>
  sign("sha256", Buffer.from(input), key).toString("base64url");
const hmac = (secret: string) => (input: string) => createHmac("sha256", secret).update(input).digest("base64url");

function idToken(claims: Claims, { header = {}, signed = rsa(own.privateKey) }: Token = {}): string {
  const input = `${part({ alg: "RS256", kid: "own", ...header })}.${part(claims)}`;
  return `${input}.${signed(input)}`;
}

/** Leaves for the provider and comes back with a code. @returns where the portal leads then */
async function comeBack(answer: (claims: Claims) => (response: ServerResponse) => void): Promise<string> {
  const portal = new PortalBrowser();
  const left = new URL(await portal.leaveFor("single-sign-on", "/public-access"));
  const good = {
    ...{ iss: issuer, aud: CLIENT.id, sub: "anna", iat: NOW, exp: NOW + 300, auth_time: NOW },
    ...{ email: "anna@people.example", email_verified: true, nonce: left.searchParams.get("nonce") },
  };
  trade = answer(good);
  const back = new URL(left.searchParams.get("redirect_uri") ?? "");
  back.searchParams.set("code", "a-code");
  back.searchParams.set("state", left.searchParams.get("state") ?? "");
  return portal.comeBack(back.toString());
}

const tokens = (id_token: unknown) => (response: ServerResponse) =>
  void json(response, { access_token: "an-access-token", token_type: "Bearer", expires_in: 300, id_token });
const claimed = (changes: Claims, token?: Token) => (good: Claims) => tokens(idToken({ ...good, ...changes }, token));

it("this provider is let in when it answers as it should, so that each refusal below has its own reason", async () => {
  await aSuperUser({ login: "anna" });
  expect(await comeBack(claimed({}))).toBe("/public-access");
});

describe("nobody is let in by a provider's answer", () => {
  const pem = String(own.publicKey.export({ format: "pem", type: "spki" }));
  it.each<[string, (good: Claims) => (response: ServerResponse) => void]>([
    ["that nobody signed", claimed({}, { header: { alg: "none" }, signed: () => "" })],
    ["signed with the client's secret", claimed({}, { header: { alg: "HS256" }, signed: hmac(CLIENT.secret) })],
    ["signed with the public key as a secret", claimed({}, { header: { alg: "HS256" }, signed: hmac(pem) })],
    ["signed with another key", claimed({}, { signed: rsa(foreign.privateKey) })],
    [
      "that brings its own key",
      claimed(
        {},
        { header: { jwk: foreign.publicKey.export({ format: "jwk" }), kid: "x" }, signed: rsa(foreign.privateKey) },
      ),
    ],
    ["of another issuer", claimed({ iss: "https://elsewhere.example" })],
    ["for another client", claimed({ aud: "another-client" })],
    ["for many clients, handed on by another", claimed({ aud: [CLIENT.id, "another"], azp: "another" })],
    ["that is over", claimed({ iat: NOW - 900, exp: NOW - 600 })],
    ["for another sign-in", claimed({ nonce: "another" })],
    ["for no sign-in", claimed({ nonce: undefined })],
    ["about nobody", claimed({ sub: undefined })],
    ["whose address is said to be verified in words", claimed({ email_verified: "true" })],
    ["whose address is verified by a number", claimed({ email_verified: 1 })],
    ["whose address is a list", claimed({ email: ["anna@people.example"] })],
    ["whose address is an object", claimed({ email: { toString: "anna@people.example" } })],
    ["whose address holds two", claimed({ email: "eve@people.example,anna@people.example" })],
    ["whose address has a line end", claimed({ email: "anna@people.example\n" })],
    ["without an id token", () => tokens(undefined)],
    ["with an id token that is none", () => tokens("a.b")],
    ["with an id token of a million characters", () => tokens(`${"a".repeat(1_000_000)}.b.c`)],
    ["that is a page", () => (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>")],
    ["that is an error", () => (response) => void json(response, { error: "<script>alert(1)</script>" }, 500)],
    [
      "that leads elsewhere",
      () => (response) => void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end(),
    ],
    ["that breaks off", () => (response) => void response.destroy()],
  ])("%s", async (_what, answer) => {
    await aSuperUser({ login: "anna" });
    const led = new URL(await comeBack(answer), PORTAL);
    expect(led.origin).toBe(PORTAL);
    expect(led.searchParams.get("error")).toMatch(/^[A-Za-z_]+$/);
    expect(await testDb().session.count()).toBe(0);
    expect(await auditOf("sign-in.succeeded")).toEqual([]);
  });
});
