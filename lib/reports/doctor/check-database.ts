import { type DbClient, dialect } from "@/lib/platform/db/client";
import type { ConnectionFault } from "@/lib/platform/db/connection-fault";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { explainConnection } from "@/lib/platform/db/explain-connection";
import { mysqlAddress } from "@/lib/platform/db/mysql-address";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { bad, good, warning } from "./line";
import type { Line } from "./schema";

/** Whether DATABASE_URL leads to a database that answers. @throws what is no matter of reaching it */
export async function checkDatabase(db: DbClient): Promise<Line[]> {
  try {
    await db.$queryRaw`SELECT 1`;
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (!(cause instanceof AppError) || cause.code !== "database_unreachable") throw error;
    return [bad("database", "databaseUnreachable", { reason: await reasonOf() })];
  }
  return [dialect() === "sqlite" ? warning("database", "databaseEmbedded") : good("database", "databaseReached")];
}

/** The driver's own words hold the account and the host, so they go no further. */
async function reasonOf(): Promise<ConnectionFault> {
  if (dialect() === "sqlite") return "silence";
  return (await explainConnection(mysqlAddress(env().DATABASE_URL))) ?? "silence";
}
