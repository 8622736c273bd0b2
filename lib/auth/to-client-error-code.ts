import { translateDatabaseError } from "@/lib/platform/db/errors";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";

/** The code of whatever went wrong while somebody was proven. The browser gets it alone; the cause goes to the log. */
export function toClientErrorCode(error: unknown): string {
  const cause = translateDatabaseError(error);
  if (cause instanceof AppError) {
    if (cause.cause) logger().error({ err: cause.cause }, cause.code);
    return cause.code;
  }
  logger().error({ err: cause }, "sign-in failed");
  return "unexpected";
}
