import type { MailKind } from "@/lib/ledger/facts/mail-schema";
import type { AuditType, EventOf } from "./schema";

/** The mail that tells of an event; one that tells of it, unless; or none, and why. */
type MailRule = MailKind | { kind: MailKind; unless: string } | { none: string };

const OWN_SESSION = { none: "it is about nothing but somebody's own session" };
const REFUSED = { none: "it was refused; a flood of them must not fill mailboxes" };
const OF_A_MAIL = { none: "it is about a mail; what does not get out is told over the second channel" };
const IN_ONE_MAIL = { none: "recordFindings tells of all kinds that one look found in one mail" };
const OLDER = { none: "older versions wrote it" };
const FORGOTTEN = { none: "what is too old to be kept went, as the settings promise" };

/**
 * Which mail every Super User gets of each event. `recordAudit` takes those alone that have none; of the others
 * `announce` demands the facts of exactly this mail. So an event that is not named here does not compile, nor a verb
 * that records one of these and tells nobody.
 */
export const MAIL_OF_EVENT = {
  "public-access.granted": "made-public",
  "public-access.revoked": "made-private",
  "public-access.extended": "extended",
  "public-access.end-near": "end-near",
  "public-access.lapse-near": "lapse-near",
  "public-access.locked": "block-changed",
  "public-access.unlocked": "block-changed",
  "public-access.resumed": "block-changed",
  "public-access.paused": OLDER,
  "public-access.pause-dropped": OLDER,
  "public-access.block-explained": {
    none: "everybody was mailed of the block itself; the mail about its end says why",
  },
  "public-access.reduced-to-view": "rows-mended",
  "public-access.rows-removed": "rows-mended",
  "public-access.baseline": { kind: "baseline", unless: "nothing is public" },
  "public-access.granted-outside": "public-outside",
  "public-access.revoked-outside": {
    kind: "private-outside",
    unless: "it becomes public again in the same transaction, and the alert of that says what is so now",
  },
  "public-access.kept": { none: "it is as it was; the reminder says who kept a site, and when" },
  "finding.acknowledged": "acknowledged",
  "finding.opened": IN_ONE_MAIL,
  "finding.changed": IN_ONE_MAIL,
  "finding.closed": IN_ONE_MAIL,
  "roster.changed": "roster-changed",
  "roster.baseline": { none: "it is the first look: nobody came or went" },
  "recipient.unreachable": "unreachable",
  "recipient.reachable": { none: "nobody has to do anything" },
  "setting.changed": "setting-changed",
  "reminders.pace-set": { none: "it is about the reminders of one mailbox; every alert still goes there" },
  "drill.started": "drill",
  "log.went-back": "log-went-back",
  "installation.begun": OLDER,
  "sign-in.password-known": "password-known",
  "step-up.locked": "step-up-locked",
  "step-up.succeeded": OWN_SESSION,
  "sign-in.succeeded": OWN_SESSION,
  "sign-in.code-asked": OWN_SESSION,
  "sign-out": OWN_SESSION,
  "session.ended": OWN_SESSION,
  "outside.asked": { none: "it is a question; what is found is told as a finding" },
  "sign-in.refused": REFUSED,
  "step-up.refused": REFUSED,
  "request.refused": REFUSED,
  "action.refused": REFUSED,
  "cron.refused": REFUSED,
  "webhook.refused": REFUSED,
  "refusals.counted": REFUSED,
  "flood.capped": REFUSED,
  "reminder.queued": { none: "the reminder goes out under the name of its period, so that there is one" },
  "reminder.nothing-public": { none: "there is nothing to be reminded of" },
  "alerts.folded": { none: "batchAlerts writes the digests of one minute all at once" },
  "mail.sent": OF_A_MAIL,
  "mail.failed": OF_A_MAIL,
  "mail.resent": OF_A_MAIL,
  "mail.dismissed": OF_A_MAIL,
  "mail.escalated": OF_A_MAIL,
  "origins.forgotten": FORGOTTEN,
  "mails.forgotten": FORGOTTEN,
} as const satisfies Record<AuditType, MailRule>;

type Table = typeof MAIL_OF_EVENT;

/** Events of which no mail tells. */
export type UnmailedType = { [T in AuditType]: Table[T] extends { none: string } ? T : never }[AuditType];
export type UnmailedFacts = EventOf<UnmailedType>;
/** Events of which a mail tells. */
export type MailedType = Exclude<AuditType, UnmailedType>;
/** Events of which a mail tells, but for a case that the table names. */
export type SometimesMailedType = { [T in AuditType]: Table[T] extends { unless: string } ? T : never }[AuditType];

/** The kind of mail that tells of this event. */
export type MailOf<T extends MailedType> = Table[T] extends infer Entry
  ? Entry extends MailKind
    ? Entry
    : Entry extends { kind: infer K extends MailKind }
      ? K
      : never
  : never;
