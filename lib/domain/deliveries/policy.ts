import { type DeliveryStatus, deliveryStatuses } from "./schema";

/** One thing that the provider said of a mail. */
export type DeliveryStatusEvent = { fate: DeliveryStatus; at: Date };

/** Of these events the one that counts: the worst, and of several the newest. Null when nothing was ever said. */
export function worstStatus<E extends DeliveryStatusEvent>(events: readonly E[]): E | null {
  return events.reduce<E | null>((worst, event) => {
    if (worst === null) return event;
    const difference = deliveryStatuses.indexOf(event.fate) - deliveryStatuses.indexOf(worst.fate);
    return difference > 0 || (difference === 0 && event.at > worst.at) ? event : worst;
  }, null);
}

/** After these nothing more reaches the address: the provider keeps it on a list that blocks alerts too (E19). */
export const permanentFailures = ["bounced", "suppressed", "complained"] as const satisfies readonly DeliveryStatus[];
export type PermanentFailure = (typeof permanentFailures)[number];

/** Whether, and why, an address takes no mail any more after this. */
export function permanentFailureOf(fate: string): PermanentFailure | null {
  return permanentFailures.find((failure) => failure === fate) ?? null;
}

/**
 * Whether, since when and why nothing reaches an address any more, by what was said of mails to it: the newest permanent failure,
 * unless a mail arrived that was handed over after it. Such a mail proves that the address works again, whatever the
 * failure was: the provider refuses everything to an address that bounced or complained, so somebody took it off the
 * provider's list, and the mail server accepted the mail. One that was under way already proves nothing, nor does
 * silence (E20).
 * @param events those that are `delivered` with the moment when the mail was handed over, not when it arrived
 */
export function lastPermanentFailure(
  events: readonly DeliveryStatusEvent[],
): { ending: PermanentFailure; at: Date } | null {
  const failures = events.flatMap(({ fate, at }) => {
    const failure = permanentFailureOf(fate);
    return failure ? [{ ending: failure, at }] : [];
  });
  const last = failures.reduce<(typeof failures)[number] | null>(
    (newest, one) => (newest === null || one.at > newest.at ? one : newest),
    null,
  );
  const worksAgain = events.some(({ fate, at }) => fate === "delivered" && last !== null && at > last.at);
  return worksAgain ? null : last;
}
