import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";
import { requireOwnOrigin } from "@/lib/deed";
import { AppError } from "@/lib/errors";

type Context = { params: Promise<{ nextauth: string[] }> };

export function GET(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export async function POST(request: Request, context: Context): Promise<Response> {
  try {
    requireOwnOrigin(request.headers.get("origin"));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code, message: error.message }, { status: 403 });
  }
  return NextAuth(authOptions())(request, context);
}
