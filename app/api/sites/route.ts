import type { NextRequest } from "next/server";
import { superUserJsonRoute } from "@/lib/auth/read-route";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";

/** A page of sites as JSON, for TanStack Query. */
export function GET(request: NextRequest): Promise<Response> {
  return superUserJsonRoute(sitesQuerySchema, Object.fromEntries(request.nextUrl.searchParams), listSites);
}
