import { z } from "zod";
import { superUserJsonRoute } from "@/lib/auth/read-route";
import { readBlockView } from "@/lib/domain/public-access/block-view";

const nothingAsked = z.object({});

/** Whether public access is blocked, what would become private, and what could be restored, as JSON. */
export function GET(): Promise<Response> {
  return superUserJsonRoute(nothingAsked, {}, readBlockView);
}
