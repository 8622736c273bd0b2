import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { startPortal } from "@/scripts/portal-server.mjs";
import { csrf } from "@/tests/support/csrf";
import type { Called } from "@/tests/support/doors";
import { freePort } from "@/tests/support/mariadb";
import { ANNA, type SmallMatomo, startSmallMatomo } from "@/tests/support/small-matomo";

const OTHERS_TAKE_MS = 100;

/** The built server on MariaDB, with everything configured that a stranger could call. */
export type StrangerPortal = Called & {
  matomo: SmallMatomo;
  /** so many statements were sent to the database so far, BEGIN and COMMIT among them */
  statements: () => Promise<number>;
  /** how often the portal has called anybody so far: the provider of single sign-on, Matomo, Resend */
  calledOut: () => number;
  /** how many of these calls were in hand at the same time, at most */
  calledOutAtOnce: () => number;
  stop: () => Promise<void>;
};

export async function startStrangerPortal(): Promise<StrangerPortal> {
  const matomo = await startSmallMatomo();
  const others = await startOthers();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const portal = await startPortal({
    DATABASE_URL: matomo.url,
    MATOMO_TABLE_PREFIX: matomo.prefix,
    MATOMO_URL: `${others.url}/`,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: "a secret of the besieged portal, long enough",
    CRON_SECRET: "cron-secret-of-the-besieged-portal",
    METRICS_TOKEN: "metrics-token-of-the-besieged-portal",
    TRUSTED_PROXIES: "127.0.0.1",
    ...{ OIDC_ISSUER: others.url, OIDC_CLIENT_ID: "public-access", OIDC_CLIENT_SECRET: "a-client-secret-long-enough" },
    ...{ MAIL_TRANSPORT: "resend", MAIL_FROM: "Public Access <alerts@portal.example>" },
    ...{ RESEND_API_KEY: "re_test", RESEND_BASE_URL: others.url, RESEND_WEBHOOK_SECRET: `whsec_${"A".repeat(32)}` },
    ...{ PORT: String(port), HOSTNAME: "127.0.0.1", LOG_LEVEL: "silent" },
  });
  return {
    address: `http://127.0.0.1:${port}`,
    origin,
    matomo,
    statements: async () => {
      const [row] = await matomo.raw.rows("SHOW GLOBAL STATUS LIKE 'Questions'");
      return Number(row?.Value);
    },
    calledOut: others.called,
    calledOutAtOnce: others.mostAtOnce,
    stop: async () => {
      await portal.stop();
      others.stop();
      await matomo.stop();
    },
  };
}

/** Whomever a portal calls, in one: it answers as a provider of single sign-on, with a code that it never knows. */
async function startOthers() {
  let called = 0;
  let inHand = 0;
  let most = 0;
  const url = `http://127.0.0.1:${await freePort()}`;
  const metadata = {
    issuer: url,
    ...{ authorization_endpoint: `${url}/auth`, token_endpoint: `${url}/token`, jwks_uri: `${url}/jwks` },
    ...{ response_types_supported: ["code"], subject_types_supported: ["public"] },
    id_token_signing_alg_values_supported: ["RS256"],
  };
  const server = createServer(async (request, response) => {
    called += 1;
    inHand += 1;
    most = Math.max(most, inHand);
    await sleep(OTHERS_TAKE_MS);
    inHand -= 1;
    const isAsked = request.url?.includes("openid-configuration") ?? false;
    response.writeHead(isAsked ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify(isAsked ? metadata : { error: "invalid_grant" }));
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(url).port), "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, called: () => called, mostAtOnce: () => most, stop };
}

type Guess = { identifier: string; password: string; from?: string };

/** Tries passwords at POST /api/auth/callback/matomo, from whatever addresses, as a client that asks for no page first. */
export async function guesser({ address, origin }: Called): Promise<(guess: Guess) => Promise<Response>> {
  const { cookie, csrfToken } = await csrf(address);
  return ({ identifier, password, from }) =>
    fetch(`${address}/api/auth/callback/matomo`, {
      method: "POST",
      redirect: "manual",
      headers: { origin, cookie, ...(from && { "x-forwarded-for": from }) },
      body: new URLSearchParams({ identifier, password, csrfToken, json: "true" }),
    });
}

export async function trySignIn(portal: Called, guess: Guess): Promise<Response> {
  return (await guesser(portal))(guess);
}

/** Anna's session. @throws Error when she is not let in */
export async function signInAnna(portal: Called): Promise<string> {
  const answer = await trySignIn(portal, { identifier: ANNA.login, password: ANNA.password });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith("public-access.session="));
  if (!cookie) throw new Error(`Anna was answered ${answer.status}: ${await answer.text()}`);
  return cookie.split(";")[0] ?? "";
}

/** A cookie that this portal made, of a session that is over. */
export async function deadSession(portal: Called): Promise<string> {
  const session = await signInAnna(portal);
  const { cookie, csrfToken } = await csrf(portal.address);
  await fetch(`${portal.address}/api/auth/signout`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: portal.origin, cookie: `${cookie}; ${session}` },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  return session;
}
