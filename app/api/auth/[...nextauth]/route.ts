import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";
import { refuseForeignPost } from "@/lib/auth/refuse-foreign-post";

type Context = { params: Promise<{ nextauth: string[] }> };

export function GET(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export async function POST(request: Request, context: Context): Promise<Response> {
  return refuseForeignPost(request) ?? NextAuth(authOptions())(request, context);
}
