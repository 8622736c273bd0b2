import { superUserJsonRoute } from "@/lib/auth/read-route";
import { siteIdQuerySchema } from "@/lib/domain/public-access/reading-schema";
import { readSiteDetails } from "@/lib/domain/public-access/site-details";

/** One site in full as JSON, for TanStack Query. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return superUserJsonRoute(siteIdQuerySchema, await params, ({ id }) => readSiteDetails(id));
}
