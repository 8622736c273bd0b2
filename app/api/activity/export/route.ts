import type { NextRequest } from "next/server";
import { exportActivity } from "@/lib/activity/export-activity";
import { streamOf } from "@/lib/activity/stream-of";
import { auditExportSchema } from "@/lib/audit/filter/schema";
import { respondToSuperUser } from "@/lib/auth/read-route";

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
