import type { z } from "zod";

/**
 * An answer that is none: the session has ended, or Matomo cannot be read. `said` is what the server said of it, in the
 * person's language. Without any answer (offline, or the portal is down) reads throw what `fetch` throws.
 */
export class ReadFailed extends Error {
  readonly problem: "session_ended" | "unreadable";
  readonly said: string | null;

  constructor(problem: ReadFailed["problem"], said: string | null = null) {
    super(problem);
    this.name = "ReadFailed";
    this.problem = problem;
    this.said = said;
  }
}

/** Whether nothing can be read any more because the session is over: signing in again helps, trying again does not. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof ReadFailed && error.problem === "session_ended";
}

/** What a route of the portal answers to a GET. @throws as `readAnswer` does */
export function readJson<S extends z.ZodType>(path: string, signal: AbortSignal, loadSchema: () => Promise<S>) {
  return readAnswer(fetch(path, { signal, headers: { accept: "application/json" } }), loadSchema);
}

/**
 * What was answered, understood by a schema that arrives together with it: the validators are not part of what a page
 * loads first.
 * @throws ReadFailed, or what `fetch` throws without an answer
 */
export async function readAnswer<S extends z.ZodType>(
  asked: Promise<Response>,
  loadSchema: () => Promise<S>,
): Promise<z.output<S>> {
  const [response, schema] = await Promise.all([asked, loadSchema()]);
  const body: unknown = await response.json().catch(() => null);
  if (response.status === 401) throw new ReadFailed("session_ended");
  if (!response.ok) throw new ReadFailed("unreadable", saidIn(body));
  const answer = schema.safeParse(body);
  if (!answer.success) throw new ReadFailed("unreadable");
  return answer.data;
}

function saidIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("message" in body)) return null;
  return typeof body.message === "string" ? body.message : null;
}
