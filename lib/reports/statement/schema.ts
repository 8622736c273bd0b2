import { z } from "zod";
import { storedTypedText } from "@/lib/platform/typed-text-schema";
import { beginnings, endings, limitCodes, nameSources, publicPeriodChannels, STATEMENT_FORMAT } from "./terms";

/** YYYY-MM, in the instance's time zone. */
const monthSchema = z.string().regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/);
export const statementQuerySchema = z.object({ month: monthSchema });

const moment = z.iso.datetime();
const seq = z.int().min(1);
const count = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const link = z.strictObject({ seq: z.int().min(0), hash });
const logins = z.array(z.string());

/** An audit event that something in the statement goes back to, whenever it was. */
const event = z.strictObject({
  seq,
  at: moment,
  type: z.string(),
  /** login of the Super User who did it; null for what a job did or found */
  by: z.string().nullable(),
  job: z.string().nullable(),
  /** why, as it was typed */
  reason: storedTypedText.nullable(),
  plannedEnd: moment.nullable(),
  /** how many sites it is about */
  sites: count,
});
export type StatementEvent = z.infer<typeof event>;

/** One time during which one site was public. Reasons stand with the events, once for all sites of a change. */
const publicPeriod = z.strictObject({
  siteId: count,
  name: z.string().nullable(),
  nameFrom: z.enum(nameSources),
  url: z.string().nullable(),
  /** when it became public, or was first seen to be; may be before the month; null: not known */
  since: moment.nullable(),
  /** null: it was public still when the time of the statement ended */
  until: moment.nullable(),
  /** how long within the time of the statement; null when the beginning is not known */
  secondsWithin: count.nullable(),
  channel: z.enum(publicPeriodChannels),
  /** login of the Super User who published it; null: not known */
  publishedBy: z.string().nullable(),
  /** the event that made it public first: before a pause, if it was resumed */
  publishedSeq: seq.nullable(),
  plannedEnd: moment.nullable(),
  began: z.strictObject({ how: z.enum(beginnings), seq, by: z.string().nullable() }).nullable(),
  /** events that gave it another end date */
  extendedSeqs: z.array(seq),
  ended: z.strictObject({ how: z.enum(endings), seq, by: z.string().nullable() }).nullable(),
});
export type PublicPeriod = z.infer<typeof publicPeriod>;

/** Times of the lock or of a pause. `seqs` are their events, oldest first. */
const blockPeriod = z.strictObject({
  since: moment,
  until: moment.nullable(),
  by: z.string().nullable(),
  endedBy: z.string().nullable(),
  /** how a pause ended */
  ended: z.enum(["resumed", "dropped", "lifted"]).nullable(),
  seqs: z.array(seq),
});
export type BlockPeriod = z.infer<typeof blockPeriod>;

/** Who was notified of one event, by one kind of mail. Addresses are left out. */
const notificationRecord = z.strictObject({
  /** of the event it tells of; null when no event of the log goes with it */
  seq: seq.nullable(),
  /** as the outbox knows it; `again/…`: what was lost was sent once more */
  key: z.string(),
  kind: z.string(),
  queuedAt: moment,
  /** mails, one for each mailbox */
  recipients: count,
  /** of them, to addresses that are nobody's login */
  others: count,
  /** taken by the mail server or provider */
  accepted: count,
  firstAcceptedAt: moment.nullable(),
  lastAcceptedAt: moment.nullable(),
  /** said to have arrived; null when nothing was ever said */
  delivered: count.nullable(),
  /** never taken, or lost after it was */
  failed: count,
  waiting: count,
  /** notified in a digest instead, together with other changes of the same person */
  folded: count,
  /** the events of these digests; their notifications stand here too */
  digestSeqs: z.array(seq),
  /** null: there were too many names (see limits) */
  people: z
    .strictObject({
      accepted: z.array(z.strictObject({ at: moment, logins })),
      failed: logins,
      waiting: logins,
      folded: logins,
    })
    .nullable(),
});
/** Statements, which are stored and signed, call these `tellings`. */
export type NotificationRecord = z.infer<typeof notificationRecord>;

const coverage = z.strictObject({
  from: moment,
  to: moment,
  /** minutes; a check covers this long */
  interval: z.int(),
  /** 0 to 1, rounded down; null: it never looked */
  watched: z.number().min(0).max(1).nullable(),
  looks: count,
  failedLooks: count,
  blindCount: count,
  /** oldest first, the first 1,000 */
  blind: z.array(z.strictObject({ from: moment, to: moment.nullable(), minutes: count })),
});

export const statementSchema = z.strictObject({
  /** host of Matomo, or of the portal when it does not know Matomo's */
  instance: z.string(),
  portal: z.string(),
  portalVersion: z.string(),
  month: monthSchema,
  timeZone: z.string(),
  /** the time it is about: from this moment on, up to and without `to` */
  from: moment,
  to: moment,
  madeAt: moment,
  /** false: the month was not over, and `to` is when it was made */
  complete: z.boolean(),
  totals: z.strictObject({
    sites: count,
    publicAtStart: count,
    publicAtEnd: count,
    madePublic: count,
    madePrivate: count,
    /** who made sites public, or public again after a pause */
    publishers: z.array(z.strictObject({ login: z.string(), sites: count })),
  }),
  limits: z.array(z.strictObject({ code: z.enum(limitCodes), count: count.nullable(), says: z.string() })),
  coverage: coverage.nullable(),
  chain: z.strictObject({
    /** the newest event of the time; null: there was none yet */
    monthEnd: link.nullable(),
    /** when the statement was made */
    head: link,
    /** null: the chain was not walked */
    verified: z
      .strictObject({
        ok: z.boolean(),
        events: count.nullable(),
        brokenAt: z.string().nullable(),
        problem: z.string().nullable(),
      })
      .nullable(),
  }),
  locks: z.array(blockPeriod),
  pauses: z.array(blockPeriod),
  /**
   * times in which Matomo's user `anonymous` was a Super User: every site was public, and `sites` does not count them.
   * Absent when there were none.
   */
  everySite: z.array(z.strictObject({ since: moment, until: moment.nullable(), seqs: z.array(seq) })).optional(),
  sites: z.array(publicPeriod),
  events: z.array(event),
  tellings: z.array(notificationRecord),
  findings: z.array(z.strictObject({ seq, at: moment, finding: z.string(), sites: count, siteIds: z.array(count) })),
});
export type Statement = z.infer<typeof statementSchema>;
export type StatementFinding = Statement["findings"][number];
export type StatementCoverage = NonNullable<Statement["coverage"]>;

/** The file. What is signed is everything before the signature, written the same way. */
export const signedStatementSchema = z.strictObject({
  format: z.literal(STATEMENT_FORMAT),
  version: z.int(),
  statement: statementSchema,
  /** Ed25519, SPKI in base64 */
  publicKey: z.string(),
  /** SHA-256 of the public key */
  fingerprint: z.string(),
  signature: z.string(),
});
export type SignedStatement = z.infer<typeof signedStatementSchema>;

/** A month of which there can be a statement. */
export type StatementMonth = { month: string; complete: boolean };
/** The key that statements are signed with, as everybody may know it. */
export type StatementKey = { publicKey: string; fingerprint: string };
export type StatementMonths = {
  /** newest first; none before the first watch */
  months: StatementMonth[];
  timeZone: string;
  /** null: STATEMENT_KEY is not set */
  key: StatementKey | null;
};
