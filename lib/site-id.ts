import { z } from "zod";

/** Matomo's idsite is INT UNSIGNED. */
const MAX_SITE_ID = 4_294_967_295;

export const siteIdSchema = z
  .int("A site id is a whole number.")
  .min(1, "A site id is a positive number.")
  .max(MAX_SITE_ID, "There is no site id this large.")
  .brand("SiteId");
export type SiteId = z.infer<typeof siteIdSchema>;
