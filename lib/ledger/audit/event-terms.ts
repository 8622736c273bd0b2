import type { MailKind } from "@/lib/ledger/facts/mail-schema";
import type { AuditType, EventOf } from "./schema";

/** What a person looks for. An event may be of two kinds: the block is a setting, and it makes sites private. */
export const auditKinds = ["public-access", "outside", "people", "mails", "settings", "reviews"] as const;
type AuditKind = (typeof auditKinds)[number];

/** How an event looks in a list. */
export type EventLook =
  | "public"
  | "private"
  | "finding"
  | "roster"
  | "refused"
  | "failed"
  | "mail"
  | "session"
  | "setting";

/** The mail that tells of an event; one that tells of it, unless; or none, and why. */
type MailRule = MailKind | { kind: MailKind; unless: string } | { none: string };

const OWN_SESSION = { none: "it is about nothing but somebody's own session" };
const REFUSED = { none: "it was refused; a flood of them must not fill mailboxes" };
const OF_A_MAIL = { none: "it is about a mail; what does not get out is told over the second channel" };
const IN_ONE_MAIL = { none: "recordFindings tells of all kinds that one look found in one mail" };
const OLDER = { none: "older versions wrote it" };
const FORGOTTEN = { none: "what is too old to be kept went, as the settings promise" };

type Rules = { look: EventLook; kinds: readonly [AuditKind, ...AuditKind[]]; mail: MailRule };

/**
 * What holds of each type of event: how it looks in a list, under which kinds the filters find it, and which mail every
 * Super User gets of it. `recordAudit` takes those alone that have no mail; of the others `announce` demands the facts of
 * exactly this mail. So an event that is not named here does not compile, nor a verb that records one with a mail and
 * tells nobody.
 */
export const EVENTS = {
  "public-access.granted": { look: "public", kinds: ["public-access"], mail: "made-public" },
  "public-access.revoked": { look: "private", kinds: ["public-access"], mail: "made-private" },
  "public-access.extended": { look: "public", kinds: ["public-access"], mail: "extended" },
  "public-access.end-near": { look: "mail", kinds: ["public-access"], mail: "end-near" },
  "public-access.lapse-near": { look: "mail", kinds: ["reviews"], mail: "lapse-near" },
  "public-access.locked": { look: "private", kinds: ["public-access", "settings"], mail: "block-changed" },
  "public-access.unlocked": { look: "public", kinds: ["public-access", "settings"], mail: "block-changed" },
  "public-access.resumed": { look: "public", kinds: ["public-access", "settings"], mail: "block-changed" },
  "public-access.paused": { look: "private", kinds: ["public-access", "settings"], mail: OLDER },
  "public-access.pause-dropped": { look: "public", kinds: ["public-access", "settings"], mail: OLDER },
  "public-access.block-explained": {
    look: "setting",
    kinds: ["public-access", "settings"],
    mail: { none: "everybody was mailed of the block itself; the mail about its end says why" },
  },
  "public-access.reduced-to-view": { look: "private", kinds: ["public-access", "outside"], mail: "rows-mended" },
  "public-access.rows-removed": { look: "private", kinds: ["public-access", "outside"], mail: "rows-mended" },
  "public-access.baseline": {
    look: "public",
    kinds: ["public-access", "outside"],
    mail: { kind: "baseline", unless: "nothing is public" },
  },
  "public-access.granted-outside": { look: "public", kinds: ["public-access", "outside"], mail: "public-outside" },
  "public-access.revoked-outside": {
    look: "private",
    kinds: ["public-access", "outside"],
    mail: {
      kind: "private-outside",
      unless: "it becomes public again in the same transaction, and the alert of that says what is so now",
    },
  },
  "public-access.kept": {
    look: "public",
    kinds: ["reviews"],
    mail: { none: "it is as it was; the reminder says who kept a site, and when" },
  },
  "finding.acknowledged": { look: "setting", kinds: ["outside"], mail: "acknowledged" },
  "finding.opened": { look: "finding", kinds: ["outside"], mail: IN_ONE_MAIL },
  "finding.changed": { look: "finding", kinds: ["outside"], mail: IN_ONE_MAIL },
  "finding.closed": { look: "private", kinds: ["outside"], mail: IN_ONE_MAIL },
  "roster.changed": { look: "roster", kinds: ["people"], mail: "roster-changed" },
  "roster.baseline": {
    look: "setting",
    kinds: ["people"],
    mail: { none: "it is the first look: nobody came or went" },
  },
  "recipient.unreachable": { look: "failed", kinds: ["mails"], mail: "unreachable" },
  "recipient.reachable": { look: "mail", kinds: ["mails"], mail: { none: "nobody has to do anything" } },
  "setting.changed": { look: "setting", kinds: ["settings"], mail: "setting-changed" },
  "reminders.pace-set": {
    look: "setting",
    kinds: ["settings"],
    mail: { none: "it is about the reminders of one mailbox; every alert still goes there" },
  },
  "drill.started": { look: "mail", kinds: ["mails"], mail: "drill" },
  "log.went-back": { look: "failed", kinds: ["settings", "outside"], mail: "log-went-back" },
  "installation.begun": { look: "setting", kinds: ["settings"], mail: OLDER },
  "sign-in.password-known": { look: "refused", kinds: ["people"], mail: "password-known" },
  "step-up.locked": { look: "refused", kinds: ["people"], mail: "step-up-locked" },
  "step-up.succeeded": { look: "session", kinds: ["people"], mail: OWN_SESSION },
  "sign-in.succeeded": { look: "session", kinds: ["people"], mail: OWN_SESSION },
  "sign-in.code-asked": { look: "session", kinds: ["people"], mail: OWN_SESSION },
  "sign-out": { look: "session", kinds: ["people"], mail: OWN_SESSION },
  "session.ended": { look: "session", kinds: ["people"], mail: OWN_SESSION },
  "outside.asked": {
    look: "finding",
    kinds: ["outside"],
    mail: { none: "it is a question; what is found is told as a finding" },
  },
  "sign-in.refused": { look: "refused", kinds: ["people"], mail: REFUSED },
  "step-up.refused": { look: "refused", kinds: ["people"], mail: REFUSED },
  "request.refused": { look: "refused", kinds: ["people"], mail: REFUSED },
  "action.refused": { look: "refused", kinds: ["people"], mail: REFUSED },
  "cron.refused": { look: "refused", kinds: ["people"], mail: REFUSED },
  "webhook.refused": { look: "refused", kinds: ["people"], mail: REFUSED },
  "refusals.counted": { look: "refused", kinds: ["people"], mail: REFUSED },
  "flood.capped": { look: "refused", kinds: ["people"], mail: REFUSED },
  "reminder.queued": {
    look: "mail",
    kinds: ["mails"],
    mail: { none: "the reminder goes out under the name of its period, so that there is one" },
  },
  "reminder.nothing-public": { look: "mail", kinds: ["mails"], mail: { none: "there is nothing to be reminded of" } },
  "alerts.folded": {
    look: "mail",
    kinds: ["mails"],
    mail: { none: "batchAlerts writes the digests of one minute all at once" },
  },
  "mail.sent": { look: "mail", kinds: ["mails"], mail: OF_A_MAIL },
  "mail.failed": { look: "failed", kinds: ["mails"], mail: OF_A_MAIL },
  "mail.resent": { look: "mail", kinds: ["mails"], mail: OF_A_MAIL },
  "mail.dismissed": { look: "mail", kinds: ["mails"], mail: OF_A_MAIL },
  "mail.escalated": { look: "mail", kinds: ["mails"], mail: OF_A_MAIL },
  "origins.forgotten": { look: "setting", kinds: ["settings"], mail: FORGOTTEN },
  "mails.forgotten": { look: "mail", kinds: ["mails"], mail: FORGOTTEN },
} as const satisfies Record<AuditType, Rules>;

/** The event types of a kind. */
export function typesOf(kind: AuditKind): string[] {
  return Object.entries<Rules>(EVENTS).flatMap(([type, { kinds }]) => (kinds.includes(kind) ? [type] : []));
}

type Table = typeof EVENTS;

/** Events of which no mail tells. */
export type UnmailedType = { [T in AuditType]: Table[T]["mail"] extends { none: string } ? T : never }[AuditType];
export type UnmailedFacts = EventOf<UnmailedType>;
/** Events of which a mail tells. */
export type MailedType = Exclude<AuditType, UnmailedType>;
/** Events of which a mail tells, but for a case that the table names. */
export type SometimesMailedType = {
  [T in AuditType]: Table[T]["mail"] extends { unless: string } ? T : never;
}[AuditType];

/** The kind of mail that tells of this event. */
export type MailOf<T extends MailedType> = Table[T]["mail"] extends infer Entry
  ? Entry extends MailKind
    ? Entry
    : Entry extends { kind: infer K extends MailKind }
      ? K
      : never
  : never;
