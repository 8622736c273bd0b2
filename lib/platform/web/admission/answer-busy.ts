import type { IncomingMessage, ServerResponse } from "node:http";
import { messagesIn, spoken } from "@/messages/catalogue";

const RETRY_AFTER_S = 5;
/** Wishes for a language that are looked at. */
const MOST_WISHES = 10;

/**
 * 503, with words: a page for whoever asked for one, else JSON.
 * @param nextPage where next-auth's client in the browser reads the outcome of a sign-in
 */
export function answerBusy(request: IncomingMessage, response: ServerResponse, nextPage: URL | null): void {
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
