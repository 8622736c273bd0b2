import { readOddRows } from "@/lib/matomo/odd-rows";
import { readAnonymousUser } from "@/lib/matomo/users";
import type { DbClient } from "@/lib/platform/db/client";
import { detectFindings, judgeUser } from "./detect-findings";
import type { SeenFinding } from "./policy";

/** Everything that is wrong in Matomo right now, as far as its tables tell. Throws when one cannot be read. */
export async function readSeenFindings(db: DbClient): Promise<SeenFinding[]> {
  return [...judgeUser(await readAnonymousUser(db)), ...detectFindings(await readOddRows(db))];
}

/** What is wrong with the rows of anonymous on these sites alone. */
export async function readSeenOnSites(db: DbClient, siteIds: readonly number[]): Promise<SeenFinding[]> {
  return detectFindings(await readOddRows(db, siteIds));
}
