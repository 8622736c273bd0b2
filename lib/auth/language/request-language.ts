import Negotiator from "negotiator";
import { headers } from "next/headers";
import { cache } from "react";
import { readSessionClaims } from "@/lib/auth/cookie";
import { sessionRef } from "@/lib/auth/session";
import { readLanguageOf } from "@/lib/matomo/languages";
import { db } from "@/lib/platform/db/client";
import { logger } from "@/lib/platform/logger";
import { FALLBACK_LANGUAGE, type Language, spoken } from "@/messages/catalogue";

/**
 * The language of the current request: the one its person chose in Matomo, else the browser's first that is spoken,
 * else English. Read once per request.
 */
export const requestLanguage = cache(async (): Promise<Language> => {
  const claims = await readSessionClaims();
  return spoken(await languageOfSession(claims?.sessionId ?? null)) ?? (await browserLanguage()) ?? FALLBACK_LANGUAGE;
});

async function browserLanguage(): Promise<Language | null> {
  const accepted = (await headers()).get("accept-language") ?? undefined;
  const wishes = new Negotiator({ headers: { "accept-language": accepted } }).languages();
  return wishes.map(spoken).find((language) => language !== null) ?? null;
}

/**
 * The language that the person of a session chose in Matomo, as Matomo writes it (`de`, `pt-br`, may be empty); null
 * when there is no session, no choice, or the database does not answer: the page itself says that, in some language.
 * It decides about words alone, so it asks nothing else of the session.
 */
export async function languageOfSession(sessionId: string | null): Promise<string | null> {
  if (!sessionId) return null;
  try {
    const session = await db().session.findUnique({ where: { ref: sessionRef(sessionId) }, select: { login: true } });
    if (!session) return null;
    return await readLanguageOf(db(), session.login);
  } catch (error) {
    logger().warn({ err: error }, "language could not be read");
    return null;
  }
}
