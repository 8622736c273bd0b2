import { z } from "zod";
import { superUserJsonRoute } from "@/lib/auth/read-route";
import { readDrills } from "@/lib/domain/drill/queries";

const nothingAsked = z.object({});

/** The newest drills as JSON, for TanStack Query. */
export function GET(): Promise<Response> {
  return superUserJsonRoute(nothingAsked, {}, readDrills);
}
