import type { NextRequest } from "next/server";
import { superUserJsonRoute } from "@/lib/auth/read-route";
import { readChangesSince } from "@/lib/domain/public-access/changes-since";
import { changesQuerySchema } from "@/lib/domain/public-access/reading-schema";

/** What changed since somebody last looked as JSON, for TanStack Query. */
export function GET(request: NextRequest): Promise<Response> {
  const asked = Object.fromEntries(request.nextUrl.searchParams);
  return superUserJsonRoute(changesQuerySchema, asked, ({ since }) => readChangesSince(since));
}
