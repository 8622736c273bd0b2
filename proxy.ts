import { type NextRequest, NextResponse } from "next/server";
import { nextAuthCookies } from "@/lib/auth/cookie";
import { env } from "@/lib/platform/env";
import { CALLED_AS_HEADER, calledAs } from "@/lib/platform/web/called-as";
import { dropOddCookies } from "@/lib/platform/web/drop-odd-cookies";
import { judgeRequest } from "@/lib/platform/web/judge-request";
import { movedTo } from "@/lib/platform/web/moved-pages";
import { REFUSAL_HEADER, REFUSED_PATH_HEADER } from "@/lib/platform/web/refusal-headers";
import { REQUEST_PLACE_HEADER } from "@/lib/platform/web/request-place";
import { answerHeaders, isApiPath, isPagePath, pagePolicy } from "@/lib/platform/web/response-headers";

// biome-ignore lint/style/noProcessEnv: a constant of the build.
const development = process.env.NODE_ENV === "development";

/** Before every request: refuses what is none of the portal's own, and gives every answer its headers. */
export function proxy(request: NextRequest): NextResponse {
  const portal = new URL(env().NEXTAUTH_URL);
  const { pathname: path, search, searchParams } = new URL(request.url);
  const answered = new Headers(answerHeaders(path, portal.href));
  if (isPagePath(path)) {
    const policy = pagePolicy({ portalUrl: portal.href, nonce: freshNonce(), development });
    answered.set("content-security-policy", policy);
  }

  const headers = new Headers(request.headers);
  headers.delete(REFUSAL_HEADER);
  headers.delete(REFUSED_PATH_HEADER);
  headers.delete(CALLED_AS_HEADER);
  const wrongAddress = path.startsWith("/api/cron/") ? addressOf(request, portal.href) : null;
  if (wrongAddress) headers.set(CALLED_AS_HEADER, wrongAddress);
  if (isApiPath(path)) keepOwnCookies(headers, portal.origin);
  headers.set(REQUEST_PLACE_HEADER, `${path}${search}`);
  // The portal has one address, whatever a client or a proxy says; Next compares a server action's Origin with it.
  headers.set("x-forwarded-host", portal.host);
  headers.set("x-forwarded-proto", portal.protocol.slice(0, -1));
  // Next takes the nonce from here.
  headers.set("content-security-policy", answered.get("content-security-policy") ?? "");

  const refusal = judgeRequest(
    {
      method: request.method,
      path,
      origin: request.headers.get("origin"),
      contentLength: request.headers.get("content-length"),
    },
    portal.origin,
  );
  const moved = movedTo(path, searchParams);
  if (!refusal && moved !== null) {
    return withHeaders(NextResponse.redirect(new URL(`${moved}${search}`, portal), 308), answered);
  }
  if (!refusal) return withHeaders(NextResponse.next({ request: { headers } }), answered);
  headers.delete("next-action");
  headers.set(REFUSAL_HEADER, refusal);
  headers.set(REFUSED_PATH_HEADER, path);
  const refused = new URL("/api/refused", request.url);
  return withHeaders(NextResponse.rewrite(refused, { request: { headers } }), answered);
}

function keepOwnCookies(headers: Headers, portal: string): void {
  const { sessionToken, callbackUrl } = nextAuthCookies();
  const names = { session: sessionToken.name, callbackUrl: callbackUrl.name };
  const kept = dropOddCookies(headers.get("cookie") ?? "", names, portal);
  if (kept === null) headers.delete("cookie");
  else headers.set("cookie", kept);
}

/** What the caller, or the first proxy, called the portal; null where that is right. */
function addressOf({ headers, url }: NextRequest, portalUrl: string): string | null {
  const first = (name: string) => headers.get(name)?.split(",")[0]?.trim();
  const protocol = first("x-forwarded-proto") ?? new URL(url).protocol.slice(0, -1);
  return calledAs(protocol, first("x-forwarded-host") ?? headers.get("host") ?? "", portalUrl);
}

function withHeaders(response: NextResponse, answered: Headers): NextResponse {
  for (const [name, value] of answered) response.headers.set(name, value);
  return response;
}

function freshNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
}
