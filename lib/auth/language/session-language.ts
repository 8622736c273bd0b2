import { sessionRef } from "@/lib/auth/session";
import { readLanguageOf } from "@/lib/matomo/languages";
import { db } from "@/lib/platform/db/client";
import { logger } from "@/lib/platform/logger";

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
