import { type Fate, fates } from "./schema";

/** One thing that the provider said of a mail. */
export type FateEvent = { fate: Fate; at: Date };

/** Of these events the one that counts: the worst, and of several the newest. Null when nothing was ever said. */
export function worstFate<E extends FateEvent>(events: readonly E[]): E | null {
  return events.reduce<E | null>((worst, event) => {
    if (worst === null) return event;
    const difference = fates.indexOf(event.fate) - fates.indexOf(worst.fate);
    return difference > 0 || (difference === 0 && event.at > worst.at) ? event : worst;
  }, null);
}

/** After these nothing more reaches the address: the provider keeps it on a list that blocks alerts too (E19). */
const ENDINGS = ["bounced", "suppressed", "complained"] as const;
export type Ending = (typeof ENDINGS)[number];

/** Whether, and why, an address takes no mail any more after this. */
export function endingOf(fate: Fate): Ending | null {
  return ENDINGS.find((ending) => ending === fate) ?? null;
}

/**
 * Whether a mail that arrived shows that an address works again which `why` had ended. A bounce: yes, the mailbox took
 * one. A complaint or a suppression: yes as well, since the provider would not have sent the mail while its list holds
 * the address. Only what arrived after the ending counts.
 */
export function isReachableAgain(delivered: Date, endedAt: Date): boolean {
  return delivered > endedAt;
}
