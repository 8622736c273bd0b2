import { NextRequest } from "next/server.js";
import { encode } from "next-auth/jwt";
import { sessionCookie } from "@/lib/auth/cookie";
import { env } from "@/lib/platform/env";
import { useCookies } from "./next-headers";
import type { SignedIn } from "./people";

/** A GET that a browser sends; `null`: of somebody not signed in. */
export async function getAs(person: SignedIn | null, path: string, signal?: AbortSignal): Promise<NextRequest> {
  const cookies = new Map<string, string>();
  if (person) {
    const { sessionId, proofId } = person.context;
    cookies.set(sessionCookie().name, await encode({ token: { sessionId, proofId }, secret: env().NEXTAUTH_SECRET }));
  }
  useCookies(cookies);
  return new NextRequest(new URL(path, env().NEXTAUTH_URL), { signal });
}
