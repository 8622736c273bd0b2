/** Whether a mail would reach an address now. Nothing heard, or nothing certain, is unknown (E20). */
export const reachStates = ["unreachable", "unknown", "reached"] as const;
export type ReachState = (typeof reachStates)[number];

/** Why no mail reaches somebody: `UnreachableReason` of lib/messaging/alerts/recipients.ts. */
export const unreachableReasons = ["no-address", "bounced", "complained", "suppressed"] as const;

/** Why it is not known whether a mail would reach somebody. */
export const unknownReasons = [
  /** the newest that was said of a mail to them: it was lost */
  "last-failed",
  /** their mail server lets the provider wait */
  "not-taken",
  /** the provider took mails, and has said nothing yet */
  "provider-silent",
  /** mails stay in the portal's own mailbox */
  "own-mailbox",
  /** SMTP tells nothing once a mail is handed over */
  "smtp-silent",
  "never-sent",
] as const;

/** Why a mail would not reach somebody, or why that is not known; `deliveries.why` has the words. */
export type ReachReason = (typeof unreachableReasons)[number] | (typeof unknownReasons)[number];

/** Which Super Users the page lists. */
export const reachFilters = ["all", ...reachStates] as const;
export type ReachFilter = (typeof reachFilters)[number];
