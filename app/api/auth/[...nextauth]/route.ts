import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";
import { refuseForeignPost } from "@/lib/auth/refuse-foreign-post";
import { isAuthRoute } from "@/lib/web/auth-routes";
import { answerRefusal } from "@/lib/web/refuse-request";

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: Request, context: Context): Promise<Response> {
  if (!isAuthRoute("GET", (await context.params).nextauth)) return answerRefusal("not_found");
  return NextAuth(authOptions())(request, context);
}

export async function POST(request: Request, context: Context): Promise<Response> {
  const refusal = refuseForeignPost(request);
  if (refusal) return refusal;
  if (!isAuthRoute("POST", (await context.params).nextauth)) return answerRefusal("not_found");
  return NextAuth(authOptions())(request, context);
}
