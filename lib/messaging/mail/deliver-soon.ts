import { after } from "next/server";
import { logger } from "@/lib/platform/logger";
import { deliverDue } from "./deliver-due";

/**
 * Tries to send what is due right after the current response, without holding it. The mails are in the outbox already:
 * if this first try fails, or the process dies, cron tries again.
 */
export function deliverSoon(): void {
  after(async () => {
    await deliverDue().catch((error: unknown) =>
      logger().error({ err: error }, "first delivery failed; cron tries again"),
    );
  });
}
