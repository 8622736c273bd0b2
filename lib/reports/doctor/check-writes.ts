import type { DbClient } from "@/lib/platform/db/client";
import { isConflict, translateDatabaseError } from "@/lib/platform/db/errors";
import { AppError } from "@/lib/platform/errors";
import { bad } from "./line";
import type { Line } from "./schema";

/**
 * Whether the database takes changes: a replica, or a server in read-only mode, answers every read. Asks for a change
 * of no row. Says nothing while all is well, or where what is missing is named by another check.
 */
export async function checkWrites(db: DbClient): Promise<Line[]> {
  try {
    await db.$executeRaw`UPDATE portal_lease SET fence = fence WHERE name = ''`;
  } catch (error) {
    // Somebody else writes right now.
    if (isConflict(error)) return [];
    const cause = translateDatabaseError(error);
    const code = cause instanceof AppError ? cause.code : null;
    if (code === "database_read_only") return [bad("database", "databaseReadOnly")];
    if (code !== "schema_not_understood") throw error;
  }
  return [];
}
