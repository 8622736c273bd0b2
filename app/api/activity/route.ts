import type { NextRequest } from "next/server";
import { auditQuerySchema } from "@/lib/audit/filter/schema";
import { listAudit } from "@/lib/audit/queries";
import { answerForSuperUser } from "@/lib/auth/read-route";

/** A page of events as JSON, for TanStack Query. */
export function GET(request: NextRequest): Promise<Response> {
  return answerForSuperUser(auditQuerySchema, Object.fromEntries(request.nextUrl.searchParams), listAudit);
}
