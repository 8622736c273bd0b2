import { readVersion } from "@/lib/matomo/version";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { coreGapOf } from "./policy";
import type { CoreGap } from "./schema";

/** Which of Matomo's own protections the installed version has. @throws AppError when the database cannot be read */
export function readCoreGap(): Promise<CoreGap> {
  return withDatabaseErrors(async () => coreGapOf(await readVersion(db())));
}
