import type { NextRequest } from "next/server";
import { answerForSuperUser } from "@/lib/auth/read-route";
import { listExposure } from "@/lib/exposure/queries";
import { exposureQuerySchema } from "@/lib/exposure/schema";

/** Public sites for each day as JSON, for TanStack Query. */
export function GET(request: NextRequest): Promise<Response> {
  return answerForSuperUser(exposureQuerySchema, Object.fromEntries(request.nextUrl.searchParams), listExposure);
}
