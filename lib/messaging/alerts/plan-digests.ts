import type { Recipient } from "@/lib/messaging/outbox/enqueue";

/** An alert that waits for the end of the minute, in one mailbox. */
export type HeldMail = Recipient & {
  id: bigint;
  recipient: string;
  digestKey: string;
  actor: string;
  /** the same in every language */
  change: string;
  mayOpen: boolean;
  messageId: bigint;
};

/** What becomes one mail: the same changes for each of these mailboxes. */
export type PlannedDigest = {
  digestKey: string;
  actor: string;
  /** one message for each change, in their order */
  messageIds: bigint[];
  /** those of them that may say that sites became public */
  openingIds: bigint[];
  recipients: Recipient[];
  /** the held mails that it takes the place of */
  mailIds: bigint[];
};

/**
 * The digests that held mails (in order of their ids) become. A mailbox for which one change alone was held gets none:
 * its mail goes out as it is. Mailboxes with the same changes share a digest.
 */
export function planDigests(held: readonly HeldMail[]): PlannedDigest[] {
  const digests = new Map<string, PlannedDigest>();
  for (const mails of grouped(held, ({ digestKey, recipient }) => `${digestKey} ${recipient}`)) {
    const last = mails.at(-1);
    if (!last || mails.length === 1) continue;
    const { actor, address, digestKey, language } = last;
    const key = `${digestKey} ${mails.map(({ change }) => change).join()}`;
    const digest = digests.get(key) ?? {
      digestKey,
      actor,
      messageIds: mails.map(({ messageId }) => messageId),
      openingIds: mails.filter(({ mayOpen }) => mayOpen).map(({ messageId }) => messageId),
      recipients: [],
      mailIds: [],
    };
    digest.recipients.push({ address, logins: [...new Set(mails.flatMap(({ logins }) => logins))], language });
    for (const { id } of mails) digest.mailIds.push(id);
    digests.set(key, digest);
  }
  return [...digests.values()];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
