import { readOddRows } from "@/lib/matomo/odd-rows";
import { readAnonymousUser } from "@/lib/matomo/users";
import type { Reader } from "@/lib/platform/db/client";
import { judgeRows, judgeUser } from "./judge-rows";
import type { SeenFinding } from "./policy";

/** Everything that is wrong in Matomo right now, as far as its tables tell. Throws when one cannot be read. */
export async function readSeenFindings(db: Reader): Promise<SeenFinding[]> {
  return [...judgeUser(await readAnonymousUser(db)), ...judgeRows(await readOddRows(db))];
}

/** What is wrong with the rows of anonymous on these sites alone. */
export async function readSeenOnSites(db: Reader, siteIds: readonly number[]): Promise<SeenFinding[]> {
  return judgeRows(await readOddRows(db, siteIds));
}
