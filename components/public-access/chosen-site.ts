import type { SiteRow } from "@/lib/public-access/schema";

/** What is remembered of a site that was chosen, wherever the list has gone since. */
export type ChosenSite = Pick<SiteRow, "id" | "name" | "createdAt" | "visitsLogHidden">;
