import { superUserJsonRoute } from "@/lib/auth/read-route";
import { readOutsideOfSite } from "@/lib/domain/probe/queries";
import { siteIdQuerySchema } from "@/lib/domain/public-access/reading-schema";

/** What strangers see of one site as JSON, for TanStack Query. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return superUserJsonRoute(siteIdQuerySchema, await params, ({ id }) => readOutsideOfSite(id));
}
