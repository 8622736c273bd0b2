import { cookies } from "next/headers";
import { env } from "@/lib/platform/env";
import { readClaims, type SessionClaims } from "./session-claims";

/** `__Host-` binds the cookie to this host over https; plain http (the demo on loopback) cannot carry that prefix. */
export function sessionCookie() {
  const secure = env().NEXTAUTH_URL.startsWith("https://");
  return {
    name: secure ? "__Host-public-access.session" : "public-access.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** How long somebody may take at the provider. */
const AT_PROVIDER_S = 15 * 60;

/** Every cookie next-auth keeps, by its own names for them, each bound to this host as the session is. */
export function nextAuthCookies() {
  const sessionToken = sessionCookie();
  const { options } = sessionToken;
  const named = (name: string) => `${options.secure ? "__Host-" : ""}next-auth.${name}`;
  const atProvider = { ...options, maxAge: AT_PROVIDER_S };
  return {
    sessionToken,
    callbackUrl: { name: named("callback-url"), options },
    csrfToken: { name: named("csrf-token"), options },
    pkceCodeVerifier: { name: named("pkce.code_verifier"), options: atProvider },
    state: { name: named("state"), options: atProvider },
    nonce: { name: named("nonce"), options: atProvider },
  };
}

/** The claims of the current request's cookie; null when there is none that this portal made. */
export async function readSessionClaims(): Promise<SessionClaims | null> {
  return readClaims((await cookies()).get(sessionCookie().name)?.value, env().NEXTAUTH_SECRET);
}
