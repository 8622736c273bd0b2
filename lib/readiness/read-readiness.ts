import { db } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/errors";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { checkMails } from "./check-mails";
import { checkMigrations } from "./check-migrations";
import { checkPrivileges } from "./check-privileges";
import { checkWatch } from "./check-watch";
import type { Check, Findings } from "./findings";

/** The cron secret needs no check: without one of 16 characters the server does not start (lib/env.ts). */
const CHECKS: readonly Check[] = [checkPrivileges, checkMigrations, checkWatch, checkMails];

/**
 * Whether the portal could do its work right now, and if not, why, in words for the operator: never the name of a
 * site, a login or a secret. Warnings do not make it unready.
 */
async function readOnce(): Promise<Findings> {
  const found: Findings = { problems: [], warnings: [] };
  for (const check of CHECKS) {
    try {
      const { problems, warnings } = await check(db());
      found.problems.push(...problems);
      found.warnings.push(...warnings);
    } catch (error) {
      const cause = translateDatabaseError(error);
      if (cause instanceof AppError && cause.code === "database_unreachable") return unreachable(cause);
      logger().error({ err: cause }, "a check of readiness failed");
      found.problems.push("A check could not be made; the portal's log says why.");
    }
  }
  return found;
}

function unreachable(cause: AppError): Findings {
  logger().error({ err: cause.cause ?? cause }, cause.code);
  return { problems: ["The database cannot be reached with DATABASE_URL; the portal's log says why."], warnings: [] };
}

let asking: Promise<Findings> | undefined;

/** `readOnce`, shared by everybody who asks while it is being answered: the address is open to all. */
export function readReadiness(): Promise<Findings> {
  asking ??= readOnce().finally(() => {
    asking = undefined;
  });
  return asking;
}
