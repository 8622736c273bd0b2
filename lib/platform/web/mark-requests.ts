import { createHash } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { answerHeaders } from "./response-headers";

/**
 * The request header under which the peer's address travels to where requests are judged. Nobody outside can guess
 * the name; what a client sends under it is overwritten.
 * @param secret NEXTAUTH_SECRET
 */
export function peerHeader(secret: string): string {
  return `x-peer-${createHash("sha256").update(`the peer's address\0${secret}`).digest("hex").slice(0, 32)}`;
}

/**
 * Has every request of this process carry its peer's address, and every answer the headers that all carry: also what
 * Next answers before proxy.ts runs (redirects of doubled slashes, malformed addresses). Node publishes this channel
 * before the event `request`.
 */
export function markRequests({ secret, portalUrl }: { secret: string; portalUrl: string }): void {
  const name = peerHeader(secret);
  subscribe("http.server.request.start", (message) => {
    if (!isStart(message)) return;
    const { request, response } = message;
    delete request.headers[name];
    if (request.socket.remoteAddress) request.headers[name] = request.socket.remoteAddress;
    // Next cannot even represent it (the Fetch standard forbids it); so it is refused as another one that does nothing.
    if (request.method === "TRACE") request.method = "OPTIONS";
    // `*` and whole addresses: Next stumbles over the one and would lead to the other's host.
    if (!request.url?.startsWith("/")) refuseLine(request);
    for (const [header, value] of Object.entries(answerHeaders(request.url ?? "", portalUrl)))
      response.setHeader(header, value);
  });
}

/** Refused as a method that does nothing here; what the client named is forgotten. */
function refuseLine(request: IncomingMessage): void {
  request.method = "OPTIONS";
  request.url = "/";
}

function isStart(message: unknown): message is { request: IncomingMessage; response: ServerResponse } {
  if (typeof message !== "object" || message === null || !("request" in message) || !("response" in message))
    return false;
  return message.request instanceof IncomingMessage && message.response instanceof ServerResponse;
}
