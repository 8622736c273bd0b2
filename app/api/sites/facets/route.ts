import { z } from "zod";
import { superUserJsonRoute } from "@/lib/auth/read-route";
import { listSiteFacets } from "@/lib/domain/public-access/queries";

const nothingAsked = z.object({});

/** The groups and types to filter by as JSON, for TanStack Query. */
export function GET(): Promise<Response> {
  return superUserJsonRoute(nothingAsked, {}, listSiteFacets);
}
