import { escalate } from "@/lib/messaging/escalation/escalate";
import { logger } from "@/lib/platform/logger";
import { rendering } from "./rendering";

/** The second channel hears of a readable canary now, however long the mails take. Never throws: it is tried again. */
export async function notifyUrgent(): Promise<void> {
  try {
    await escalate(rendering);
  } catch (error) {
    logger().error({ err: error }, "the second channel was not told; the next delivery tries again");
  }
}
