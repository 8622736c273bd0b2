import { type DeliveryStatus, deliveryStatuses } from "@/lib/domain/deliveries/schema";
import type { NotificationRecord } from "./schema";

/** One mail of the outbox, and the worst that was said of it. */
export type NotifiedMail = {
  id: bigint;
  eventKey: string;
  kind: string;
  state: string;
  createdAt: Date;
  sentAt: Date | null;
  /** for a held or folded mail: until when it was held */
  nextAttemptAt: Date;
  logins: string[];
  handled: boolean;
  fate: DeliveryStatus | null;
};

/** Alerts about this person's changes became one mail: its event. */
export type Folding = { seq: number; at: Date; login: string };

/** After these a mail that was taken has not been read by anybody. */
const LOST: readonly DeliveryStatus[] = deliveryStatuses.slice(
  deliveryStatuses.indexOf("failed"),
  deliveryStatuses.indexOf("complained"),
);

/** Names that a statement may list in all; 1,000 Super Users notified of 250 things. */
const NAMES_MAX = 250_000;

/** Keeps the notifications of mails. Counts the names it gives out: beyond `namesMax` people are counted only. */
export class NotificationLedger {
  readonly #foldings: readonly Folding[];
  readonly #namesMax: number;
  #names = 0;
  readonly #all: NotificationRecord[] = [];

  /** @param foldings in order of their number */
  constructor(foldings: readonly Folding[], namesMax = NAMES_MAX) {
    this.#foldings = foldings;
    this.#namesMax = namesMax;
  }

  /**
   * The mails of one event and one kind.
   * @param cause the event they tell of, and who did it
   */
  add(mails: readonly NotifiedMail[], cause: { seq: number | null; by: string | null }): void {
    const [first] = mails;
    if (!first) return;
    const folded = mails.filter(({ state }) => state === "folded");
    const taken = mails.filter((mail) => mail.sentAt !== null);
    const failed = mails.filter(isFailed);
    const waiting = mails.filter((mail) => mail.sentAt === null && mail.state !== "folded" && !isFailed(mail));
    const times = taken.flatMap(({ sentAt }) => sentAt?.toISOString() ?? []).sort();
    const names = mails.reduce((sum, { logins }) => sum + logins.length, 0);
    this.#names += names;
    this.#all.push({
      seq: cause.seq,
      key: first.eventKey,
      kind: first.kind,
      queuedAt: first.createdAt.toISOString(),
      recipients: mails.length,
      others: mails.filter(({ logins }) => logins.length === 0).length,
      accepted: taken.length,
      firstAcceptedAt: times[0] ?? null,
      lastAcceptedAt: times.at(-1) ?? null,
      delivered: mails.some(({ fate }) => fate !== null) ? mails.filter(isDelivered).length : null,
      failed: failed.length,
      waiting: waiting.length,
      folded: folded.length,
      digestSeqs: this.#digestsOf(folded, cause),
      people:
        this.#names > this.#namesMax
          ? null
          : {
              accepted: byTime(taken),
              failed: loginsOf(failed),
              waiting: loginsOf(waiting),
              folded: loginsOf(folded),
            },
    });
  }

  get all(): readonly NotificationRecord[] {
    return this.#all;
  }

  /** Those of one moment: which mailbox was in which of them, their own records say. */
  #digestsOf(folded: readonly NotifiedMail[], { seq, by }: { seq: number | null; by: string | null }): number[] {
    const [mail] = folded;
    if (!mail) return [];
    const after = this.#foldings.filter((folding) => folding.login === by && folding.seq > (seq ?? 0));
    const first = after.find(({ at }) => at >= mail.nextAttemptAt) ?? after[0];
    return first ? after.filter(({ at }) => at.getTime() === first.at.getTime()).map((folding) => folding.seq) : [];
  }
}

function isFailed({ state, fate }: NotifiedMail): boolean {
  return state === "dead" || (fate !== null && LOST.includes(fate));
}

function isDelivered({ fate }: NotifiedMail): boolean {
  return fate === "delivered" || fate === "complained";
}

function loginsOf(mails: readonly NotifiedMail[]): string[] {
  return [...new Set(mails.flatMap(({ logins }) => logins))].sort();
}

/** Mails go out many at a time: people of one moment stand together. */
function byTime(taken: readonly NotifiedMail[]): { at: string; logins: string[] }[] {
  const groups = new Map<string, NotifiedMail[]>();
  for (const mail of taken) {
    const at = mail.sentAt?.toISOString() ?? "";
    const group = groups.get(at);
    if (group) group.push(mail);
    else groups.set(at, [mail]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, mails]) => ({ at, logins: loginsOf(mails) }))
    .filter(({ logins }) => logins.length > 0);
}
