import type { NextRequest } from "next/server";
import { env } from "@/lib/platform/env";
import { ownPath } from "@/lib/platform/web/own-address-terms";
import { nextAuthCookies } from "./cookie";

const MAX_CODE_LENGTH = 100;

/**
 * Leads to the portal's own sign-in page, which says in the person's language what `error` of the query means, and
 * from there to where the person was going: the query says it or, on the way back from a provider, next-auth's cookie.
 * @param error what to say, whatever the query says
 */
export function showSignIn(request: NextRequest, error = request.nextUrl.searchParams.get("error")): Response {
  const { NEXTAUTH_URL } = env();
  const { searchParams } = request.nextUrl;
  const remembered = request.cookies.get(nextAuthCookies().callbackUrl.name)?.value;
  const wanted = ownPath(searchParams.get("callbackUrl"), NEXTAUTH_URL) ?? ownPath(remembered, NEXTAUTH_URL);
  const page = new URL("/sign-in", NEXTAUTH_URL);
  if (wanted !== null) page.searchParams.set("callbackUrl", wanted);
  if (error !== null) page.searchParams.set("error", error.slice(0, MAX_CODE_LENGTH));
  return new Response(null, { status: 302, headers: { location: page.href } });
}
