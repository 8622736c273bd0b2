import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { answerAsMatomo, type FaceState, readFaceState } from "@/scripts/matomo-stub.mjs";
import { rawSql } from "./database";

/** Answers in Matomo's place, in a way that Matomo should not. `url` is what was asked. */
export type Fault = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export type MatomoFace = {
  /** for MATOMO_URL; in a folder when `folder` was given */
  url: string;
  /** what was asked, in order */
  asked: URL[];
  /** the headers of each */
  headers: IncomingMessage["headers"][];
  /** how it answers from now on; `readable` beside what the database says */
  state: Partial<FaceState>;
  /** sites that it shows though the table does not say so: a plugin, or a cache */
  alsoShown: Set<number>;
  /** sites that it does not show though the table says so */
  hidden: Set<number>;
  /** null: it answers as Matomo does */
  fault: Fault | null;
  stop: () => Promise<void>;
};

/**
 * A real HTTP server that behaves like Matomo's public face over the test database
 * (docs/matomo.md#answers-to-anonymous-visitors), and with faults as it is told. `MATOMO_URL` points to it; at the end of the
 * test it stops by itself.
 */
export async function startMatomoFace({
  folder = "",
  tls,
}: {
  folder?: string;
  tls?: { key: string; cert: string };
} = {}): Promise<MatomoFace> {
  const face: MatomoFace = {
    ...{ url: "", asked: [], headers: [], state: {}, fault: null, stop: async () => {} },
    ...{ alsoShown: new Set<number>(), hidden: new Set<number>() },
  };
  const listener: RequestListener = async (request, response) => {
    const url = new URL(request.url ?? "/", face.url);
    face.asked.push(url);
    face.headers.push(request.headers);
    if (face.fault) return face.fault(request, response, url);
    send(response, url.pathname.startsWith(folder) ? answerAsMatomo(url.searchParams, await stateOf(face)) : NOT_FOUND);
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  face.url = `${tls ? "https" : "http"}://127.0.0.1:${port}${folder}/`;
  face.stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  onTestFinished(face.stop);
  return face;
}

const NOT_FOUND = { status: 404, headers: {}, body: "" };

export function send(response: ServerResponse, answer: ReturnType<typeof answerAsMatomo>): void {
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** What the database says at this moment, as Matomo reads it on the very next request. */
export async function stateOf(face: MatomoFace): Promise<FaceState> {
  if (face.state.readable) return { ...face.state, readable: face.state.readable };
  return { ...(await readFaceState(rawSql, face)), ...face.state };
}
