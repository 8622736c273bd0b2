import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type Configuration } from "oidc-provider";

/** Somebody at the provider. `sub` is also what is typed into its form. */
export type OidcAccount = {
  sub: string;
  email?: string;
  email_verified?: boolean;
  preferred_username?: string;
  /** how this person proves who they are there (RFC 8176) */
  amr?: string[];
  /** the provider says that this was so long ago; 0 when left out */
  provenSecondsAgo?: number;
};

export type OidcServer = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** the provider's list of people; a test may change it */
  accounts: Map<string, OidcAccount>;
  stop: () => Promise<void>;
};

const CLIENT = { id: "public-access", secret: "a-client-secret-of-the-tests-long-enough" };

/**
 * A real OpenID Connect provider on loopback, whose form asks for an account's name and nothing else.
 * @param options.claimsInIdToken false: e-mail address and login only at the userinfo endpoint, as the standard has it
 */
export async function startOidc(options: {
  portalUrl: string;
  port: number;
  accounts: readonly OidcAccount[];
  claimsInIdToken?: boolean;
}): Promise<OidcServer> {
  const accounts = new Map(options.accounts.map((account) => [account.sub, account]));
  const issuer = `http://localhost:${options.port}`;
  const provider = new Provider(issuer, configuration(options, accounts));
  const answer = provider.callback();
  const server = createServer((request, response) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? "")?.[1];
    if (!uid) return answer(request, response);
    interact(provider, accounts, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port, "127.0.0.1", resolve));
  return {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    accounts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configuration(
  { portalUrl, claimsInIdToken = true }: Parameters<typeof startOidc>[0],
  accounts: ReadonlyMap<string, OidcAccount>,
): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: ["single-sign-on", "single-sign-on-step-up"].map((id) => `${portalUrl}/api/auth/callback/${id}`),
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    cookies: { keys: ["a key of the tests"] },
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["preferred_username"] },
    conformIdTokenClaims: !claimsInIdToken,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 86_400, IdToken: 600, Interaction: 3600, Session: 86_400 },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => {
      const { amr: _amr, provenSecondsAgo: _ago, ...claims } = accounts.get(sub) ?? { sub };
      return { accountId: sub, claims: () => ({ ...claims }) };
    },
    // Nobody is asked for consent.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  };
}

async function interact(
  provider: Provider,
  accounts: ReadonlyMap<string, OidcAccount>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(FORM);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const typed = new URLSearchParams(Buffer.concat(chunks).toString());
  const account = accounts.get(typed.get("account") ?? "");
  const result = account
    ? { login: { accountId: account.sub, ts: provenAt(account), ...(account.amr && { amr: account.amr }) } }
    : { error: "access_denied", error_description: "left" };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function provenAt({ provenSecondsAgo = 0 }: OidcAccount): number {
  return Math.floor(Date.now() / 1000) - provenSecondsAgo;
}

const FORM = `<!doctype html><title>Provider</title><link rel="icon" href="data:,"><h1>Sign in at the provider</h1>
<form method="post"><label>Account <input name="account" autofocus></label><button>Continue</button></form>`;
