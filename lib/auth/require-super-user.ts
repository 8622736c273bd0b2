import { redirect } from "next/navigation";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { refusalMessage } from "@/lib/platform/languages/refusal-message";
import { logger } from "@/lib/platform/logger";
import { readSessionClaims } from "./cookie";
import { requestOrigin } from "./request";
import type { Viewer } from "./schema";
import { loadSuperUser, type SuperUser } from "./session";

/** The Super User behind the current request. @throws AppError `session_ended`, `database_unreachable` */
export async function currentSuperUser(): Promise<SuperUser> {
  const claims = await readSessionClaims();
  return loadSuperUser(db(), claims?.sessionId ?? null, await requestOrigin(), now());
}

/** `readAt`: when the reading began (ISO 8601), so that what is shown is never said to be newer than it is. */
type Loaded<T> =
  | { ok: true; viewer: Viewer; data: T; readAt: string }
  | { ok: false; code: ErrorCode; message: string };

/**
 * What a page of the portal shows. Somebody who is not signed in (any more) is sent to sign in and comes back to
 * `path`; a database that cannot be read gives a sentence, never an empty page.
 */
export async function loadForSuperUser<T>(
  path: string,
  load: (superUser: SuperUser) => Promise<T>,
): Promise<Loaded<T>> {
  try {
    const superUser = await currentSuperUser();
    const readAt = now().toISOString();
    return { ok: true, viewer: viewerOf(superUser), data: await load(superUser), readAt };
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (!(cause instanceof AppError)) throw cause;
    if (cause.code === "session_ended") redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
    logger().error({ err: cause.cause ?? cause }, cause.code);
    return { ok: false, code: cause.code, message: refusalMessage(cause, await requestLanguage()) };
  }
}

/** What a step-up will ask this person for: what they signed in with. */
export function viewerOf({ login, method, hasSecondFactor }: SuperUser): Viewer {
  if (method.startsWith("single-sign-on")) return { login, provesBy: "single-sign-on" };
  return { login, provesBy: hasSecondFactor ? "password-and-code" : "password" };
}
