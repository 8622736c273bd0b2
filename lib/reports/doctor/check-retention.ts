import { env } from "@/lib/platform/env";
import { good } from "./line";
import type { Line } from "./schema";

/** For how long personal data is kept (docs/privacy.md). */
export function checkRetention(): Line[] {
  const { ORIGIN_RETENTION_DAYS: origins, MAIL_RETENTION_DAYS: mails } = env();
  return [good("retention", "retentionSet", { origins, mails })];
}
