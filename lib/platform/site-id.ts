import { z } from "zod";

/** Matomo's idsite is INT UNSIGNED. */
const MAX_SITE_ID = 4_294_967_295;

/** Whatever cannot be the id of a site is refused like the id of a site that is not there. */
export const siteIdSchema = z.int("notInMatomo").min(1, "notInMatomo").max(MAX_SITE_ID, "notInMatomo").brand("SiteId");
export type SiteId = z.infer<typeof siteIdSchema>;
