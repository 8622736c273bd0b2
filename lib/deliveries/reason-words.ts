import type { UnreachableReason } from "@/lib/alerts/recipients";

/** Why no mail reaches somebody, in words. */
export const reasonWords: Record<UnreachableReason, string> = {
  "no-address": "no usable address in Matomo",
  bounced: "their mail server refuses mail",
  complained: "a mail was reported as spam",
  suppressed: "suppressed by the provider",
};
