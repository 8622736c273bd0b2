import { z } from "zod";
import { superUserJsonRoute } from "@/lib/auth/read-route";
import { readOutside } from "@/lib/domain/probe/queries";

const nothingAsked = z.object({});

/** What strangers see of Matomo as JSON, for TanStack Query. */
export function GET(): Promise<Response> {
  return superUserJsonRoute(nothingAsked, {}, readOutside);
}
