import { maskAddress } from "@/lib/platform/mask-address";
import type { Drill, DrillMail, Drills } from "./schema";

/** What `bin/public-access test-alert` prints: a table, and sentences below it. */
type DrillReport = { head: string[]; rows: string[][]; sentences: string[] };

/** The result of a drill in plain English for a terminal. Addresses are masked: terminals are copied into tickets. */
export function reportOf(drill: Drill, feedback: Drills["feedback"]): DrillReport {
  const { counts, mails, withoutMail } = drill;
  const unlisted = counts.mails - mails.length;
  return {
    head: ["Who", "Address", "Accepted", "Delivered"],
    rows: [
      ...mails.map((mail) => [
        whoOf(mail),
        maskAddress(mail.address),
        acceptedText(mail),
        deliveredText(mail, feedback),
      ]),
      ...withoutMail.map((login) => [login, "no usable address", "nothing was sent", ""]),
    ],
    sentences: [
      ...(unlisted > 0 ? [`And ${unlisted} more. Alerts lists every mail.`] : []),
      `${counts.accepted} of ${counts.mails} accepted, ${counts.delivered} delivered, ${counts.lost} did not arrive, ${counts.unknown} not known.`,
      ...mails.flatMap((mail) => (mail.problem ? [`${maskAddress(mail.address)}: ${mail.problem}`] : [])),
    ],
  };
}

/** Whether every test alert was accepted, and nobody was left out for want of an address. */
export function hasReachedAll({ counts, withoutMail }: Pick<Drill, "counts" | "withoutMail">): boolean {
  return counts.accepted === counts.mails && withoutMail.length === 0;
}

/** Whether nothing more will be known soon: all are accepted and, where the provider calls back, all have ended. */
export function isSettled({ counts }: Pick<Drill, "counts">, feedback: Drills["feedback"]): boolean {
  return counts.waiting === 0 && (feedback !== "webhook" || counts.unknown === 0);
}

function whoOf({ logins }: DrillMail): string {
  return logins.length === 0 ? "extra recipient" : logins.join(", ");
}

function acceptedText({ acceptedAt, queuedAt, standing: status }: DrillMail): string {
  if (acceptedAt !== null) return `after ${secondsBetween(queuedAt, acceptedAt)} s`;
  return status === "lost" ? "refused" : "not yet";
}

function deliveredText(mail: DrillMail, feedback: Drills["feedback"]): string {
  const { standing: status, queuedAt, endedAt, acceptedAt, via } = mail;
  if (status === "delivered" && endedAt !== null) return `after ${secondsBetween(queuedAt, endedAt)} s`;
  if (status === "lost") return acceptedAt === null ? "" : "did not arrive";
  if (status === "waiting") return "";
  if (via === "mailbox") return "goes to nobody (MAIL_TRANSPORT=mailbox)";
  return feedback === "none" ? "not known (nothing reports it)" : "not known yet";
}

function secondsBetween(from: string, to: string): string {
  // The provider's clock may be a little behind this one.
  return (Math.max(0, Date.parse(to) - Date.parse(from)) / 1_000).toFixed(1);
}
