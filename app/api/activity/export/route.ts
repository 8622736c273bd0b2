import type { NextRequest } from "next/server";
import { respondToSuperUser } from "@/lib/auth/read-route";
import { auditExportSchema } from "@/lib/ledger/audit/filter-schema";
import { exportActivity } from "@/lib/reports/activity/export-activity";
import { streamOf } from "@/lib/reports/activity/stream-of";

/** Every event that matches as a file, streamed. */
export function GET(request: NextRequest): Promise<Response> {
  return respondToSuperUser(auditExportSchema, Object.fromEntries(request.nextUrl.searchParams), async (query) => {
    const { fileName, contentType, pieces } = await exportActivity(query);
    return new Response(streamOf(pieces, request.signal), {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}
