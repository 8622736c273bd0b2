import Negotiator from "negotiator";
import { headers } from "next/headers";
import { cache } from "react";
import { readSessionClaims } from "@/lib/auth/cookie";
import { FALLBACK_LANGUAGE, type Language, spoken } from "@/messages/catalogue";
import { languageOfSession } from "./session-language";

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
