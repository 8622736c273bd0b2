import type { Server } from "@/tests/bench/built-server";
import { superUser } from "@/tests/bench/instance";
import { actionCall, builtActions } from "@/tests/support/built-actions";
import { csrf } from "@/tests/support/csrf";

/** Something that has to go on, asked for every so many ms. @returns "ok", or what was wrong */
export type Everyday = { what: string; everyMs: number; ask: () => Promise<string> };

/** Guesses come with these addresses in X-Forwarded-For; those who work here have one of their own. */
const OWN_ADDRESS = "203.0.113.200";
/** Nobody guesses at this one's password: many wrong ones would lock it out, here as in Matomo. */
const WHO_SIGNS_IN = "super2";
const LONGEST_MS = 300_000;
/** Or another is at it: the portal itself, right after a change. */
const DONE = /"outcome":"(done|skipped)"/;

/**
 * What goes on in a portal, as the real server is asked for it: somebody signed in reads the list and makes sites
 * private through the server action, cron watches and delivers, somebody signs in.
 * @param publicSites are made private one after the other
 */
export async function everydayOf(server: Server, publicSites: readonly number[]): Promise<Everyday[]> {
  const { address, origin } = server;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${address}${path}`, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(LONGEST_MS),
      headers: { origin, "x-forwarded-for": OWN_ADDRESS, ...init.headers },
    });
  const signIn = async (identifier: string) => {
    const { cookie, csrfToken } = await csrf(address);
    const body = new URLSearchParams({
      ...{ csrfToken, json: "true", callbackUrl: `${origin}/public-access` },
      ...{ identifier, password: superUser.password },
    });
    return ask("/api/auth/callback/matomo", { method: "POST", headers: { cookie }, body });
  };
  const session = (await signIn(superUser.login)).headers.getSetCookie().find((line) => line.includes("session"));
  const cookie = session?.split(";")[0];
  if (!cookie) throw new Error(`${superUser.login} could not sign in.`);
  const revoke = builtActions().find(({ name, page }) => name.startsWith("revoke") && page === "/public-access");
  if (!revoke) throw new Error("The build has no action that makes sites private.");
  const sites = publicSites.values();
  const makePrivate = () => {
    const { value: site } = sites.next();
    const { headers, body } = actionCall(revoke, { siteIds: [site] });
    return ask(revoke.page, { method: "POST", headers: { ...headers, cookie }, body });
  };
  const cron = { headers: { authorization: `Bearer ${process.env.CRON_SECRET}` } };
  return [
    { what: "/api/healthz", everyMs: 200, ask: async () => told(await ask("/api/healthz"), /"ok"/) },
    {
      what: "the list, /api/sites",
      everyMs: 500,
      ask: async () => told(await ask("/api/sites", { headers: { cookie } }), /"rows"/),
    },
    { what: "make private", everyMs: 1_000, ask: async () => told(await makePrivate(), /"ok":true/) },
    { what: "watch", everyMs: 2_000, ask: async () => told(await ask("/api/cron/watch", cron), DONE) },
    { what: "deliver", everyMs: 2_000, ask: async () => told(await ask("/api/cron/deliver", cron), DONE) },
    {
      what: "somebody else signs in",
      everyMs: 2_000,
      ask: async () => told(await signIn(WHO_SIGNS_IN), /public-access/),
    },
  ];
}

async function told(answer: Response, good: RegExp): Promise<string> {
  const text = await answer.text();
  if (answer.ok && good.test(text)) return "ok";
  const why = /[?&]error=(\w+)/.exec(text)?.[1] ?? /"code":"(\w+)"/.exec(text)?.[1];
  return [answer.status, why].filter(Boolean).join(" ");
}
