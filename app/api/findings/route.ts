import { z } from "zod";
import { superUserJsonRoute } from "@/lib/auth/read-route";
import { readFindings } from "@/lib/domain/findings/queries";

const nothingAsked = z.object({});

/** The open findings as JSON, for TanStack Query. */
export function GET(): Promise<Response> {
  return superUserJsonRoute(nothingAsked, {}, readFindings);
}
