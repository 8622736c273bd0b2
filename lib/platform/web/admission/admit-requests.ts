import { IncomingMessage, Server, ServerResponse } from "node:http";
import { SECOND_MS } from "@/lib/platform/clock";
import { networkIn } from "@/lib/platform/ip-address";
import { clientAddress } from "@/lib/platform/web/client-address";
import { answerBusy } from "./answer-busy";
import { askedFor, makeLanes } from "./lanes";

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
