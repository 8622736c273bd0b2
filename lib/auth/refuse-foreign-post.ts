import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { refusalMessage } from "@/lib/platform/languages/refusal-message";
import { FALLBACK_LANGUAGE } from "@/messages/catalogue";
import { requireOwnOrigin } from "./command";

/**
 * The answer to a POST that does not come from the portal's own pages; null when it does. In the form next-auth's
 * client reads, so that somebody who opened the portal at another address is told that.
 */
export function refuseForeignPost(request: Request): Response | null {
  try {
    requireOwnOrigin(request.headers.get("origin"));
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const url = new URL(`/sign-in?error=${error.code}`, env().NEXTAUTH_URL).toString();
    return Response.json({ url, code: error.code, message: refusalMessage(error, FALLBACK_LANGUAGE) }, { status: 403 });
  }
}
