import { dialect, type Reader } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/errors";
import { AppError } from "@/lib/errors";
import { bad, good, warning } from "./line";
import type { Line } from "./schema";

/** Whether DATABASE_URL leads to a database that answers. @throws what is no matter of reaching it */
export async function checkDatabase(db: Reader): Promise<Line[]> {
  try {
    await db.$queryRaw`SELECT 1`;
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (!(cause instanceof AppError) || cause.code !== "database_unreachable") throw error;
    return [bad("database", "databaseUnreachable", { reason: reasonIn(error) })];
  }
  return [dialect() === "sqlite" ? warning("database", "databaseEmbedded") : good("database", "databaseReached")];
}

/** The driver's own words hold the account and the host, so they go no further. */
function reasonIn(error: unknown): string {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)} ${String(error.cause ?? "")}` : "";
  if (/Access denied for user|Authentication failed|P1000/i.test(text)) return "account";
  if (/Unknown database|Access denied .*to database|P1003/i.test(text)) return "name";
  if (/ENOTFOUND|EAI_AGAIN/.test(text)) return "host";
  return /ECONNREFUSED/.test(text) ? "port" : "silence";
}
