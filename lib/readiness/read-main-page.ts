import { readFindings } from "@/lib/findings/queries";
import { readOutside } from "@/lib/probe/queries";
import { readLanding } from "@/lib/public-access/landing";
import { listSites } from "@/lib/public-access/queries";
import { sitesQuerySchema } from "@/lib/public-access/schema";

/** Reads what the main page shows at first, as it does, and keeps nothing of it. @throws what the page would be told */
export async function readMainPage(): Promise<void> {
  await Promise.all([listSites(sitesQuerySchema.parse({})), readFindings(), readLanding(), readOutside()]);
}
