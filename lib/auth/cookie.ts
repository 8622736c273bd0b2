import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";

/** What the encrypted cookie holds: ids whose sha256 the database knows. It grants nothing by itself. */
const claimsSchema = z.object({ sessionId: z.string(), proofId: z.string().nullable() });
export type SessionClaims = z.infer<typeof claimsSchema>;

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
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return null;
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const claims = claimsSchema.safeParse(payload);
  return claims.success ? claims.data : null;
}
