import { z } from "zod";
import { siteIdSchema } from "@/lib/platform/site-id";
import { digits } from "@/lib/platform/web/schema";
import type { AuditType } from "./schema";

/** What a person looks for. An event may be of two kinds: the block is a setting, and it makes sites private. */
export const auditKinds = ["public-access", "outside", "people", "mails", "settings", "reviews"] as const;
type AuditKind = (typeof auditKinds)[number];

/** Every event type and the kinds under which it is found; a new one does not compile without. */
export const KINDS_OF: Record<AuditType, readonly [AuditKind, ...AuditKind[]]> = {
  "public-access.granted": ["public-access"],
  "public-access.revoked": ["public-access"],
  "public-access.extended": ["public-access"],
  "public-access.end-near": ["public-access"],
  "public-access.locked": ["public-access", "settings"],
  "public-access.unlocked": ["public-access", "settings"],
  "public-access.block-explained": ["public-access", "settings"],
  "public-access.paused": ["public-access", "settings"],
  "public-access.resumed": ["public-access", "settings"],
  "public-access.pause-dropped": ["public-access", "settings"],
  "public-access.baseline": ["public-access", "outside"],
  "public-access.granted-outside": ["public-access", "outside"],
  "public-access.revoked-outside": ["public-access", "outside"],
  "public-access.reduced-to-view": ["public-access", "outside"],
  "public-access.rows-removed": ["public-access", "outside"],
  "public-access.kept": ["reviews"],
  "public-access.lapse-near": ["reviews"],
  "finding.opened": ["outside"],
  "finding.changed": ["outside"],
  "finding.closed": ["outside"],
  "finding.acknowledged": ["outside"],
  "outside.asked": ["outside"],
  "sign-in.succeeded": ["people"],
  "sign-in.code-asked": ["people"],
  "sign-in.refused": ["people"],
  "sign-in.password-known": ["people"],
  "sign-out": ["people"],
  "step-up.succeeded": ["people"],
  "step-up.refused": ["people"],
  "step-up.locked": ["people"],
  "session.ended": ["people"],
  "request.refused": ["people"],
  "action.refused": ["people"],
  "cron.refused": ["people"],
  "webhook.refused": ["people"],
  "refusals.counted": ["people"],
  "flood.capped": ["people"],
  "roster.baseline": ["people"],
  "roster.changed": ["people"],
  "recipient.unreachable": ["mails"],
  "recipient.reachable": ["mails"],
  "reminder.queued": ["mails"],
  "reminder.nothing-public": ["mails"],
  "drill.started": ["mails"],
  "mail.sent": ["mails"],
  "mail.failed": ["mails"],
  "mail.resent": ["mails"],
  "mail.dismissed": ["mails"],
  "mail.escalated": ["mails"],
  "alerts.folded": ["mails"],
  "log.went-back": ["settings", "outside"],
  "installation.begun": ["settings"],
  "origins.forgotten": ["settings"],
  "mails.forgotten": ["mails"],
  "setting.changed": ["settings"],
  "reminders.pace-set": ["settings"],
};

/** The event types of a kind. */
export function typesOf(kind: AuditKind): string[] {
  return Object.entries(KINDS_OF).flatMap(([type, kinds]) => (kinds.includes(kind) ? [type] : []));
}

/** In place of a login: everything the portal did by itself, everything somebody did who was not signed in. */
export const WHO_JOBS = "*jobs";
export const WHO_VISITORS = "*visitors";

/** Databases and browsers agree on dates of these years. */
const daySchema = z.iso.date().refine((day) => day >= "1970-01-01" && day <= "2999-12-31", "chooseDate");

/** A field that was left empty asks for nothing. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullish().default(null));

/** What is looked for; null: everything. */
export const auditFilterSchema = z.object({
  kind: optional(z.enum(auditKinds)),
  /** a login exactly as it was recorded, WHO_JOBS or WHO_VISITORS */
  who: optional(z.string().max(100)),
  /** first and last day, in the instance's time zone */
  from: optional(daySchema),
  to: optional(daySchema),
  site: optional(digits.pipe(siteIdSchema)),
});
export type AuditFilter = z.output<typeof auditFilterSchema>;

export const AUDIT_PAGE_SIZE = 50;

/** One page of them, as the address of the page and the route say it. */
export const auditQuerySchema = auditFilterSchema.extend({
  page: digits.pipe(z.int().min(1).max(1_000_000)).default(1),
  pageSize: digits.pipe(z.int().min(10).max(200)).default(AUDIT_PAGE_SIZE),
});
export type AuditQuery = z.output<typeof auditQuerySchema>;

export const auditExportSchema = auditFilterSchema.extend({ format: z.enum(["csv", "json"]) });
export type AuditExportQuery = z.output<typeof auditExportSchema>;

/** Everybody an event can be looked for by: logins, in order; at most MAX_ACTORS of them. */
export type AuditActors = { logins: string[]; isCut: boolean };
