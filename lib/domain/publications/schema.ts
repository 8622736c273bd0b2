import { z } from "zod";
import { siteIdSchema } from "@/lib/platform/site-id";
import { MAX_SITES_PER_CHANGE } from "./terms";

/** The exact set of a change: unique, ascending. */
export const siteIdsSchema = z
  .array(siteIdSchema, "chooseSites")
  .min(1, "chooseSites")
  .max(MAX_SITES_PER_CHANGE, "tooManySites")
  .transform((ids) => [...new Set(ids)].sort((a, b) => a - b));

export type NamedSite = { id: number; name: string };
