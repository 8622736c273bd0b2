import { env } from "@/lib/platform/env";
import type { Letterhead } from "./sender";

/** Who the mails of this configuration are from, and where answers go (`MAIL_FROM`, `MAIL_REPLY_TO`). */
export function letterhead(): Letterhead {
  const { MAIL_FROM: from, MAIL_REPLY_TO: replyTo = null } = env();
  return { from, replyTo };
}
