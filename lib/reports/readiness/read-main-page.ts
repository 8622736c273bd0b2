import { readFindings } from "@/lib/domain/findings/queries";
import { readOutside } from "@/lib/domain/probe/queries";
import { readLanding } from "@/lib/domain/public-access/landing";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";

/** Reads what the main page shows at first, as it does, and keeps nothing of it. @throws what the page would be told */
export async function readMainPage(): Promise<void> {
  await Promise.all([listSites(sitesQuerySchema.parse({})), readFindings(), readLanding(), readOutside()]);
}
