import { db } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/errors";
import { logWhyUnreachable } from "@/lib/db/log-why-unreachable";
import {
  anonymous,
  canaryLook,
  engines,
  mails,
  migrations,
  privileges,
  readableLook,
  watch,
  writes,
} from "@/lib/doctor/checks";
import { sentencesOf } from "@/lib/doctor/words";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import type { Findings } from "./findings";

/**
 * Of what the doctor looks at, what decides whether the portal does its work. The cron secret needs no check: without
 * one of 16 characters the server does not start (lib/env.ts).
 */
const CHECKS = [writes, privileges, migrations, engines, watch, mails, anonymous, canaryLook, readableLook] as const;

/**
 * Whether the portal could do its work right now, and if not, why, in words for the operator: never the name of a
 * site, a login or a secret. Warnings do not make it unready.
 */
async function readOnce(): Promise<Findings> {
  const found: Findings = { problems: [], warnings: [] };
  for (const { look } of CHECKS) {
    try {
      const lines = await look(db());
      const said = (verdict: "bad" | "warning") =>
        lines.filter((line) => line.verdict === verdict).map((line) => sentencesOf(line));
      found.problems.push(...said("bad"));
      found.warnings.push(...said("warning"));
    } catch (error) {
      const cause = translateDatabaseError(error);
      if (cause instanceof AppError && cause.code === "database_unreachable") return unreachable(cause);
      // The privileges, looked at first, name what is missing.
      if (cause instanceof AppError && cause.code === "schema_not_understood") continue;
      logger().error({ err: cause }, "a check of readiness failed");
      found.problems.push("A check could not be made; the portal's log says why.");
    }
  }
  return found;
}

function unreachable(cause: AppError): Findings {
  void logWhyUnreachable();
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
