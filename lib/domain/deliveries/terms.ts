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

/**
 * Whether Super Users are reached by mail, said alike on every page (`mailReach` has the sentences). `stays-here`: this
 * installation keeps its mails to itself.
 */
export const mailReaches = ["everybody", "some", "nobody", "stays-here"] as const;
export type MailReach = {
  is: (typeof mailReaches)[number];
  /** Super Users whom no mail reaches, as far as is known; of the others nothing is promised (E20) */
  lost: number;
  total: number;
};

type Reached = {
  transport: "resend" | "smtp" | "mailbox";
  /** all Super Users */
  total: number;
  /** those of them whom no mail reaches, as far as is known */
  unreachable: number;
};

/** The one judgement. Only `everybody` is good; what goes nowhere reaches nobody, whatever the addresses are. */
export function mailReachOf({ transport, total, unreachable }: Reached): MailReach {
  if (transport === "mailbox") return { is: "stays-here", lost: total, total };
  if (unreachable >= total) return { is: "nobody", lost: total, total };
  return { is: unreachable > 0 ? "some" : "everybody", lost: unreachable, total };
}
