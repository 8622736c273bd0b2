import { IncomingMessage, Server, ServerResponse } from "node:http";
import { SECOND_MS } from "@/lib/platform/clock";
import { networkIn } from "@/lib/platform/ip-address";
import { Lane, type LaneBounds } from "@/lib/platform/lane";
import { clientAddress } from "@/lib/platform/web/client-address";
import { messagesIn, spoken } from "@/messages/catalogue";

/** A stranger's request that was sent away before anything was done for it. */
export type SentAway = { isSignIn: boolean; path: string; ip: string | null; userAgent: string | null };

type Admission = {
  portalUrl: string;
  /** `TRUSTED_PROXIES` */
  trusted: string;
  /** who brings something that only this portal, or whoever runs it, can have made; null for strangers */
  knownCaller: (request: IncomingMessage) => Promise<string | null>;
  onSentAway: (sentAway: SentAway) => void;
};

/** The work for somebody who left goes on for a while, and so long it keeps its place. */
const ABANDONED_MS = 2 * SECOND_MS;

/**
 * Lets only so many strangers' requests at a time into any server of this process. The others wait a moment, in turn, or
 * are answered 503 at once, before Next, the database or a password hash cost anything. Whoever is signed in, and the
 * jobs, are let in beside them.
 *
 * Node has no place for this between the parsing of a request and the server's listeners; so the event is held back.
 */
export function admitRequests(admission: Admission): void {
  const admit = admitter(admission);
  const { emit } = Server.prototype;
  Object.assign(Server.prototype, {
    emit(this: Server, ...event: [string, ...unknown[]]): boolean {
      const [name, request, response] = event;
      const goOn = () => Reflect.apply(emit, this, event);
      if (name !== "request" || !(request instanceof IncomingMessage) || !(response instanceof ServerResponse))
        return goOn();
      admit(request, response, goOn).catch(() => response.destroy());
      return true;
    },
  });
}

function admitter({ portalUrl, trusted, knownCaller, onSentAway }: Admission) {
  const lanes = makeLanes();
  return async (request: IncomingMessage, response: ServerResponse, goOn: () => void): Promise<void> => {
    const path = request.url?.split("?")[0] ?? "";
    const asked = askedFor(request.method ?? "", path);
    if (asked === null) return goOn();
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const known = await knownCaller(request);
    if (gone.signal.aborted) return;
    const ip = clientAddress(request.socket.remoteAddress ?? null, headerOf(request, "x-forwarded-for"), trusted);
    const place =
      known === null ? lanes[asked].enter(networkIn(ip) ?? "unknown", gone.signal) : lanes.known.enter(known);
    if (place === null) {
      if (known === null)
        onSentAway({ isSignIn: asked === "sign-in", path, ip, userAgent: headerOf(request, "user-agent") });
      return answerBusy(request, response, asked === "sign-in" ? new URL("/sign-in?error=busy", portalUrl) : null);
    }
    const leave = await place;
    if (leave === null) return;
    const leaveLater = () => setTimeout(leave, ABANDONED_MS).unref();
    response.once("close", () => (response.writableFinished ? leave() : leaveLater()));
    if (gone.signal.aborted) leaveLater();
    else goOn();
  };
}

function headerOf({ headers }: IncomingMessage, name: "user-agent" | "x-forwarded-for"): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(",") : value) ?? null;
}

const RETRY_AFTER_S = 5;
/** Wishes for a language that are looked at. */
const MOST_WISHES = 10;

/**
 * 503, with words: a page for whoever asked for one, else JSON.
 * @param nextPage where next-auth's client in the browser reads the outcome of a sign-in
 */
function answerBusy(request: IncomingMessage, response: ServerResponse, nextPage: URL | null): void {
  const { language, errors } = messagesIn(languageOf(request));
  response.statusCode = 503;
  response.setHeader("retry-after", RETRY_AFTER_S);
  if (request.headers.accept?.includes("text/html")) {
    response.setHeader("content-type", "text/html; charset=utf-8");
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Public Access</title>`;
    const lang = `lang="${language.formats}" dir="${language.direction}"`;
    response.end(`<!doctype html><html ${lang}>${head}<p>${errors.busy}</p></html>`);
    return;
  }
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ code: "busy", message: errors.busy, url: nextPage?.href }));
}

function languageOf({ headers }: IncomingMessage): string {
  const wishes = headers["accept-language"]?.split(",", MOST_WISHES) ?? [];
  return wishes.map((wish) => spoken(wish.split(";")[0] ?? "")).find((language) => language !== null) ?? "en";
}

/** What strangers ask for, by what it costs. */
type Asked = "sign-in" | "provider" | "other";
type Lanes = Record<Asked | "known", Lane>;

const SIGN_IN = "/api/auth/callback/matomo";
const AT_PROVIDER = /^\/api\/auth\/(callback|signin)\/single-sign-on/;
/** Asks nothing but the process itself. */
const ALWAYS_ANSWERED = "/api/healthz";

const BOUNDS: Record<keyof Lanes, LaneBounds> = {
  // A refusal takes 700 ms, nearly all of it a pause.
  "sign-in": { atOnce: 8, waiting: 8, perCaller: 4 },
  // Each asks another server.
  provider: { atOnce: 4, waiting: 8, perCaller: 2 },
  // A browser opens six connections to load a page.
  other: { atOnce: 12, waiting: 64, perCaller: 32 },
  // Whoever brings a session, or the secret of the jobs: each bounded for itself.
  known: { atOnce: Number.POSITIVE_INFINITY, waiting: 0, perCaller: 64 },
};

/** @returns null for what is always answered */
function askedFor(method: string, path: string): Asked | null {
  if (path === ALWAYS_ANSWERED) return null;
  if (method === "POST" && path === SIGN_IN) return "sign-in";
  return AT_PROVIDER.test(path) ? "provider" : "other";
}

function makeLanes(bounds = BOUNDS): Lanes {
  return {
    "sign-in": new Lane(bounds["sign-in"]),
    provider: new Lane(bounds.provider),
    other: new Lane(bounds.other),
    known: new Lane(bounds.known),
  };
}
