import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthCookies } from "@/lib/auth/cookie";
import { authOptions } from "@/lib/auth/next-auth";
import { refuseForeignPost } from "@/lib/auth/refuse-foreign-post";
import { answerRefusal } from "@/lib/auth/refuse-request";
import { showSignIn } from "@/lib/auth/show-sign-in";
import { singleSignOnName } from "@/lib/auth/single-sign-on/configured";
import { isAuthPage, isAuthRoute } from "@/lib/platform/web/auth-routes";

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  if (isAuthPage((await context.params).nextauth)) return showSignIn(request);
  return answer("GET", request, context);
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  return refuseForeignPost(request) ?? answer("POST", request, context);
}

async function answer(method: "GET" | "POST", request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const singleSignOn = singleSignOnName() !== null;
  if (!isAuthRoute(method, nextauth, { singleSignOn })) return answerRefusal("not_found");
  // Nobody left from here for the provider: it need not be asked.
  if (nextauth[0] === "callback" && method === "GET" && !request.cookies.has(nextAuthCookies().state.name))
    return showSignIn(request, "OAuthCallback");
  // Its client sends forms, and addresses in them alone; over others it stumbles.
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  if (request.nextUrl.searchParams.has("callbackUrl") || (method === "POST" && !isForm))
    return answerRefusal("not_found");
  return NextAuth(authOptions())(request, context);
}
