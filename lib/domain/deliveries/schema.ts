import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text-schema";
import type { MailReach, ReachReason, ReachState } from "./terms";

/** What became of a mail after the provider took it, better first. A worse one is never replaced by a better one. */
export const deliveryStatuses = ["delayed", "delivered", "failed", "bounced", "suppressed", "complained"] as const;
/** What is stored and handed on as `fate`. */
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const deliveryStates = ["held", "folded", "due", "sent", "dead"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One mail to one mailbox, as the page shows it. */
export type Delivery = {
  /** decimal digits */
  id: string;
  /** of the mail, as `mailWords` knows it */
  kind: string;
  subject: string | null;
  address: string;
  /** none for an extra recipient */
  logins: string[];
  state: DeliveryState;
  attempts: number;
  /** ISO 8601 */
  createdAt: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
  lastError: string | null;
  sentVia: string | null;
  /** null = unknown: the provider has not said, or cannot say */
  fate: { fate: DeliveryStatus; at: string; detail: string } | null;
  /** every event the provider told, oldest first */
  history: { fate: DeliveryStatus; at: string }[];
  /** sent again, or dismissed by a Super User */
  handled: boolean;
  /** dead, bounced, complained or suppressed */
  isLost: boolean;
  /** lost, and not handled */
  needsAttention: boolean;
  /** what it said and its address are deleted (MAIL_RETENTION_DAYS): it cannot be sent again */
  isForgotten: boolean;
};

/** One address, and whether a mail would reach it now. */
export type ExtraReach = {
  address: string;
  reach: ReachState;
  /** why not, or why it is not known */
  why: ReachReason | null;
  lastSentAt: string | null;
  lastDeliveredAt: string | null;
};
/** One Super User, and whether a mail would reach them now. */
export type Reach = ExtraReach & { login: string; slowReminders: boolean };

export type DeliveriesPage = {
  /** one page of them, those who would not hear first */
  people: Reach[];
  /** how many are on all pages of this filter */
  peopleTotal: number;
  peoplePage: number;
  peoplePageSize: number;
  /** of all Super Users, whatever the filter */
  reachCounts: Record<ReachState, number>;
  mailReach: MailReach;
  /** those who are notified besides them */
  extra: ExtraReach[];
  mails: Delivery[];
  total: number;
  page: number;
  pageSize: number;
  needAttention: number;
  /** whether the provider tells what became of mails */
  feedback: "webhook" | "polling" | "none";
  secondChannel: { webhook: boolean; smtp: boolean };
  asOf: string;
};

const mailId = z.string().regex(/^\d{1,19}$/, "unknownMail");

export const resendMailSchema = z.object({ mailId });
export const dismissMailSchema = z.object({
  mailId,
  note: typedText("sayHowTold"),
});
/** `address`: where it goes now, the Super User's address of today */
export type ResendOutcome = { address: string };
export type DismissOutcome = { dismissed: true };
