import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { POST as postStepUp } from "@/app/api/step-up/route";
import { readSessionClaims, sessionCookie } from "@/lib/auth/cookie";
import { authOptions } from "@/lib/auth/next-auth";
import type { StepUpAction } from "@/lib/auth/schema";
import { env } from "@/lib/platform/env";
import { type Jar, useCookies } from "./next-headers";
import { BROWSER } from "./people";

const PORTAL = "http://localhost:3000";

type Answer = { status: number; location: string | null; body: unknown };

/** A browser's cookies, and the portal's real next-auth and routes on the other side. */
export class PortalBrowser {
  cookies: Jar = new Map();

  /** A request to /api/auth/… */
  async auth(method: "GET" | "POST", path: string, values: Record<string, string> = {}): Promise<Answer> {
    useCookies(this.cookies);
    const answer: Answer = { status: 200, location: null, body: undefined };
    const set = (cookies: readonly string[]) => cookies.forEach((cookie) => void this.#keep(cookie));
    const response = {
      status(code: number) {
        answer.status = code;
        return response;
      },
      setHeader(name: string, value: string | string[]) {
        if (name.toLowerCase() === "set-cookie") set([value].flat());
        if (name.toLowerCase() === "location") answer.location = String(value);
        return response;
      },
      getHeader: () => undefined,
      json(body: unknown) {
        answer.body = body;
      },
      send(body: unknown) {
        answer.body = body;
      },
      end() {},
    };
    const [query, body] = method === "GET" ? [values, {}] : [{}, values];
    await NextAuth(authOptions())(
      {
        method,
        headers: { host: "localhost:3000", "user-agent": BROWSER.userAgent },
        cookies: Object.fromEntries(this.cookies),
        query: { ...query, nextauth: path.split("/") },
        body,
      },
      response,
    );
    return answer;
  }

  /** Starts at the provider as the portal's pages do. @returns where the provider asks */
  async leaveFor(provider: string, callbackUrl: string, query: Record<string, string> = {}): Promise<string> {
    const { csrfToken } = tokenOf((await this.auth("GET", "csrf")).body);
    const body = { csrfToken, callbackUrl, json: "true" };
    const { body: answer } = await this.auth("POST", `signin/${provider}`, body);
    const address = new URL(urlOf(answer));
    for (const [name, value] of Object.entries(query)) {
      if (value === "") address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    return address.href;
  }

  /** Comes back from the provider. @returns where the portal leads then, with the origin left out */
  async comeBack(address: string): Promise<string> {
    const url = new URL(address);
    const path = url.pathname.replace("/api/auth/", "");
    const { location } = await this.auth("GET", path, Object.fromEntries(url.searchParams));
    return (location ?? "").replace(PORTAL, "");
  }

  /** POST /api/step-up */
  async announce(action: StepUpAction, siteIds: readonly number[], origin = PORTAL): Promise<Response> {
    useCookies(this.cookies);
    const request = new Request(`${PORTAL}/api/step-up`, {
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: JSON.stringify({ action, siteIds: siteIds.join(",") }),
    });
    return postStepUp(request);
  }

  /** What the session cookie says, as the portal reads it. */
  claims() {
    useCookies(this.cookies);
    return readSessionClaims();
  }

  /** Everything in the session cookie. */
  sessionPayload() {
    const token = this.cookies.get(sessionCookie().name);
    return decode({ token, secret: env().NEXTAUTH_SECRET });
  }

  #keep(cookie: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === "" || /max-age=0(;|$)/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, decodeURIComponent(value));
  }
}

/** A browser's cookies at the provider. */
export class ProviderBrowser {
  readonly #cookies: Jar = new Map();

  /**
   * Follows the provider from the address the portal gave until it leads back; types `account` wherever it asks. At a
   * form that submits itself (it ends the session of somebody else first) it does as a browser does.
   */
  async signIn(address: string, account: string): Promise<string> {
    this.asked = 0;
    let next = address;
    let form: URLSearchParams | undefined;
    for (let hop = 0; hop < 12; hop++) {
      if (next.includes("/interaction/")) {
        this.asked++;
        form = new URLSearchParams({ account });
      }
      const response = await this.#fetch(next, form);
      const location = response.headers.get("location");
      const shown = location ? null : hiddenForm(await response.text());
      form = shown?.fields;
      const target = location ?? shown?.action;
      if (!target) throw new Error(`the provider stays at ${next}: ${response.status}`);
      next = new URL(target, next).href;
      if (next.startsWith(PORTAL)) return next;
    }
    throw new Error("the provider leads nowhere");
  }

  /** how often the provider asked during the last sign-in */
  asked = 0;

  async #fetch(address: string, form: URLSearchParams | undefined): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, {
      method: form ? "POST" : "GET",
      headers: { cookie },
      body: form,
      redirect: "manual",
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

function hiddenForm(html: string): { action: string; fields: URLSearchParams } | null {
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return action
    ? { action, fields: new URLSearchParams([...inputs].map(([, name = "", value = ""]) => [name, value])) }
    : null;
}

function tokenOf(body: unknown): { csrfToken: string } {
  if (typeof body === "object" && body && "csrfToken" in body) return { csrfToken: String(body.csrfToken) };
  throw new Error("no CSRF token");
}

function urlOf(body: unknown): string {
  if (typeof body === "object" && body && "url" in body) return String(body.url);
  throw new Error("no address");
}
