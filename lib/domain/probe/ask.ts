import { SECOND_MS } from "@/lib/platform/clock";
import { isRedirect, MAX_REDIRECTS, nextAddress } from "./redirect";
import type { OutsideTrouble } from "./terms";
import { speaksNoTls, troubleOfFailure } from "./trouble-of";

/** What a stranger was told: a whole answer, whatever its status, or why there is none. */
export type Reply =
  | {
      ok: true;
      status: number;
      body: string;
      asksPassword: boolean;
      /** where the last redirect led: the module that answered */
      module: string | null;
    }
  | { ok: false; trouble: OutsideTrouble };

/** A round of questions to Matomo, asked as a stranger: without a cookie, without a login. */
export type Questions = { ask: (query: Record<string, string>) => Promise<Reply>; msLeft: () => number };

export type Limits = { questionMs?: number; budgetMs?: number; maxBytes?: number };

const QUESTION_MS = 10 * SECOND_MS;
const BUDGET_MS = 60 * SECOND_MS;
/** A list of 100,000 ids is about 700 kB. */
const MAX_BYTES = 4 * 1024 * 1024;

const HEADERS = { accept: "application/json, text/html", "user-agent": "Public-Access-for-Matomo (look from outside)" };

/**
 * Opens a round of questions to the Matomo at `base`, the only address that is ever asked; Matomo may stand in a
 * folder. GET, as browsers ask and as caches answer. Redirects are followed to the same host alone, at most three.
 * @param base MATOMO_URL
 * @param limits.questionMs for one question with its redirects and its whole answer
 * @param limits.budgetMs for all questions of the round; after it every one is a `timeout`
 * @param limits.maxBytes of one answer, unpacked
 */
export function openQuestions(base: string, limits: Limits = {}): Questions {
  const { questionMs = QUESTION_MS, budgetMs = BUDGET_MS, maxBytes = MAX_BYTES } = limits;
  const endsAt = performance.now() + budgetMs;
  const msLeft = () => Math.max(0, Math.floor(endsAt - performance.now()));
  async function ask(query: Record<string, string>): Promise<Reply> {
    const left = Math.min(questionMs, msLeft());
    if (left <= 0) return { ok: false, trouble: "timeout" };
    const signal = AbortSignal.timeout(left);
    try {
      return await follow(addressOf(base, query), { signal, maxBytes });
    } catch (error) {
      return { ok: false, trouble: signal.aborted ? "timeout" : troubleOfFailure(error) };
    }
  }
  return { ask, msLeft };
}

function addressOf(base: string, query: Record<string, string>): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/(\/index\.php)?(?<!\/)\/*$/, "")}/index.php`;
  url.search = new URLSearchParams(query).toString();
  url.hash = "";
  return url;
}

type Question = { signal: AbortSignal; maxBytes: number };

async function follow(first: URL, question: Question): Promise<Reply> {
  let address = first;
  for (let followed = 0; followed <= MAX_REDIRECTS; followed += 1) {
    const isSecured = address.protocol !== first.protocol;
    const response = await request(address, question).catch((error: unknown) => {
      if (isSecured && !question.signal.aborted && speaksNoTls(error)) return null;
      throw error;
    });
    if (response === null) return { ok: false, trouble: "https-required" };
    if (!isRedirect(response.status)) return readReply(response, address, question.maxBytes);
    await response.body?.cancel();
    const next = nextAddress(address, response.headers.get("location"));
    if (next === null) break;
    address = next;
  }
  return { ok: false, trouble: "redirected-elsewhere" };
}

function request(address: URL, { signal }: Question): Promise<Response> {
  return fetch(address, { headers: HEADERS, redirect: "manual", credentials: "omit", cache: "no-store", signal });
}

async function readReply(response: Response, address: URL, maxBytes: number): Promise<Reply> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the rest of the answer.
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) return { ok: false, trouble: "too-large" };
    parts.push(part);
  }
  const asksPassword = response.status === 401 && response.headers.has("www-authenticate");
  const body = Buffer.concat(parts).toString("utf8");
  return { ok: true, status: response.status, body, asksPassword, module: address.searchParams.get("module") };
}
