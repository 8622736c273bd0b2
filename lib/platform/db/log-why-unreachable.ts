import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { dialectOf } from "./client";
import { FAULT_WORDS } from "./connection-fault";
import { explainConnection } from "./explain-connection";
import { mysqlAddress } from "./mysql-address";

/** Says in the operator's log why the database cannot be used, and what to do; nothing while it can. */
export async function logWhyUnreachable(): Promise<void> {
  const { DATABASE_URL } = env();
  if (dialectOf(DATABASE_URL) === "sqlite") return;
  const fault = await explainConnection(mysqlAddress(DATABASE_URL));
  if (fault !== null) logger().error({ fault }, `The database cannot be used with DATABASE_URL. ${FAULT_WORDS[fault]}`);
}
