import { z } from "zod";
import { answerForSuperUser } from "@/lib/auth/read-route";
import { readLanding } from "@/lib/domain/public-access/landing";

const nothingAsked = z.object({});

/** What strangers see first as JSON, for TanStack Query. */
export function GET(): Promise<Response> {
  return answerForSuperUser(nothingAsked, {}, readLanding);
}
