import { z } from "zod";
import { superUserJsonRoute } from "@/lib/auth/read-route";
import { readOutsidePreview } from "@/lib/domain/probe/queries";

const nothingAsked = z.object({});

/** What strangers get on the sites that are public already as JSON, for TanStack Query. */
export function GET(): Promise<Response> {
  return superUserJsonRoute(nothingAsked, {}, readOutsidePreview);
}
