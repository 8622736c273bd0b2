import { z } from "zod";
import { tracesSchema } from "@/lib/ledger/facts/traces-schema";
import { storedTypedText } from "@/lib/platform/typed-text-schema";

export const jobNames = ["watch", "deliver", "reminders", "probe", "migrate", "drill", "block"] as const;
export type JobName = (typeof jobNames)[number];

/** Who did it. A visitor is somebody not signed in: a failed sign-in, a cron call without the secret. */
const actorSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("superUser"), login: z.string() }),
  z.object({ type: z.literal("system"), job: z.enum(jobNames) }),
  z.object({ type: z.literal("visitor") }),
]);
export type Actor = z.infer<typeof actorSchema>;

/** Where a request came from. All null for jobs. */
export type Origin = { ip: string | null; userAgent: string | null; sessionRef: string | null };

export const NO_ORIGIN: Origin = { ip: null, userAgent: null, sessionRef: null };

const site = z.object({ id: z.number().int(), name: z.string(), url: z.string() });
/** `siteIds` are all of them; `sites` names the first 50 as they were called then. */
const sites = { siteIds: z.array(z.number().int()), sites: z.array(site).max(50) };

/** lib/domain/findings/schema.ts */
const finding = z.string();
/** what exactly was seen, by idsite (first 50), or under "" for the user `anonymous` */
const details = z.record(z.string(), z.string());
const person = z.object({ login: z.string(), email: z.string() });

/** One mail, to these Super Users. */
const mail = { eventKey: z.string(), kind: z.string(), logins: z.array(z.string()) };

/** How somebody proved who they are (lib/auth/schema.ts). Events older than second factors lack it. */
const method = z.string().default("password");

/** The closed union of everything that is recorded. `facts` by `type`. */
export const auditFactsSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("sign-in.succeeded"), method }),
  z.object({ type: z.literal("sign-in.code-asked") }),
  z.object({ type: z.literal("sign-in.refused"), login: z.string().nullable(), reason: z.string() }),
  /** somebody gave the right password of `login`, and could not give the code */
  z.object({
    type: z.literal("sign-in.password-known"),
    login: z.string(),
    because: z.enum(["no-code", "wrong-codes"]),
    times: z.number(),
  }),
  z.object({ type: z.literal("sign-out") }),
  z.object({ type: z.literal("step-up.succeeded"), action: z.string(), siteCount: z.number(), method }),
  z.object({ type: z.literal("step-up.refused"), action: z.string(), reason: z.string() }),
  z.object({ type: z.literal("step-up.locked"), wrong: z.number(), until: z.string() }),
  z.object({ type: z.literal("session.ended"), scope: z.enum(["one", "others", "everybody"]), count: z.number() }),
  z.object({ type: z.literal("request.refused"), path: z.string(), code: z.string() }),
  z.object({
    type: z.literal("action.refused"),
    action: z.string(),
    code: z.string(),
    siteIds: z.array(z.number()),
    siteCount: z.number(),
  }),
  z.object({
    type: z.literal("public-access.granted"),
    ...sites,
    reason: storedTypedText,
    until: z.string().nullable(),
    unreachable: z.array(z.string()),
  }),
  z.object({
    type: z.literal("public-access.revoked"),
    ...sites,
    /** a Super User, its end date, the block, or that nobody confirmed it */
    cause: z.enum(["super-user", "expired", "locked", "unconfirmed"]),
    unreachable: z.array(z.string()),
  }),
  z.object({ type: z.literal("public-access.extended"), ...sites, until: z.string().nullable() }),
  z.object({ type: z.literal("public-access.end-near"), ...sites, days: z.number() }),
  z.object({ type: z.literal("public-access.kept"), ...sites, note: storedTypedText }),
  z.object({ type: z.literal("public-access.lapse-near"), ...sites, days: z.number(), lapsesAt: z.string() }),
  /** public access was blocked; older versions called it the lock */
  z.object({ type: z.literal("public-access.locked"), ...sites, reason: storedTypedText.nullable() }),
  /** the block is over, and nothing was restored; `left`: how many sites it remembered */
  z.object({ type: z.literal("public-access.unlocked"), left: z.number().optional() }),
  /** of older versions: a block that remembered its sites */
  z.object({ type: z.literal("public-access.paused"), ...sites, reason: storedTypedText }),
  /** the block is over, and these sites are public again; `left` of those that it remembered are not */
  z.object({ type: z.literal("public-access.resumed"), ...sites, left: z.number() }),
  /** of older versions: as unlocked, and these sites stay private */
  z.object({ type: z.literal("public-access.pause-dropped"), ...sites }),
  /** why public access is blocked, said afterwards */
  z.object({ type: z.literal("public-access.block-explained"), reason: storedTypedText }),
  /** rows of a worse level, another spelling or in excess became one row `view` */
  z.object({ type: z.literal("public-access.reduced-to-view"), ...sites }),
  /** rows that give no access: NULL or unknown values, or rows of sites that are gone */
  z.object({ type: z.literal("public-access.rows-removed"), ...sites, rows: z.enum(["unclear", "orphan"]) }),
  z.object({ type: z.literal("finding.opened"), finding, ...sites, details }),
  z.object({ type: z.literal("finding.changed"), finding, ...sites, details }),
  z.object({ type: z.literal("finding.closed"), finding, ...sites }),
  z.object({
    type: z.literal("finding.acknowledged"),
    finding,
    ...sites,
    reason: storedTypedText,
    until: z.string().nullable(),
  }),
  z.object({ type: z.literal("roster.baseline"), logins: z.array(z.string()) }),
  z.object({
    type: z.literal("roster.changed"),
    added: z.array(person),
    removed: z.array(person),
    moved: z.array(z.object({ login: z.string(), from: z.string(), to: z.string() })),
  }),
  z.object({ type: z.literal("recipient.unreachable"), logins: z.array(z.string()), why: z.string() }),
  z.object({ type: z.literal("recipient.reachable"), logins: z.array(z.string()) }),
  z.object({ type: z.literal("public-access.baseline"), ...sites }),
  z.object({
    type: z.literal("public-access.granted-outside"),
    ...sites,
    /** end dates that hold again, promised before these sites were made private outside */
    ends: z.array(z.object({ until: z.string(), siteIds: z.array(z.number()) })).optional(),
    /** absent in older events, and where WHO_WAS_ACTIVE is off */
    traces: tracesSchema.optional(),
  }),
  z.object({
    type: z.literal("public-access.revoked-outside"),
    ...sites,
    /** absent in older events, where WHO_WAS_ACTIVE is off, and where nobody is alerted */
    traces: tracesSchema.optional(),
  }),
  z.object({
    type: z.literal("reminder.queued"),
    period: z.string(),
    siteCount: z.number(),
    recipientCount: z.number(),
  }),
  z.object({ type: z.literal("reminder.nothing-public"), period: z.string() }),
  z.object({ type: z.literal("setting.changed"), setting: z.string(), from: z.string(), to: z.string() }),
  /** a rehearsal of the alerts, about one site or none; `withoutMail`: Super Users to whom nothing can be sent */
  z.object({
    type: z.literal("drill.started"),
    ...sites,
    recipientCount: z.number(),
    withoutMail: z.array(z.string()),
  }),
  /** the portal's tables are older than they were: the newest events are gone, and their numbers are given again */
  z.object({
    type: z.literal("log.went-back"),
    /** a process remembered more than the log holds, or whoever restored a backup said so */
    cause: z.enum(["noticed", "restored"]),
    /** numbers of the first and the last event that are gone; `to` null: not known */
    lost: z.object({ from: z.number(), to: z.number().nullable() }),
    /** when the last event before them was; null: none stands */
    since: z.string().nullable(),
    /** what was public then */
    ...sites,
  }),
  /** of older versions, after a restore */
  z.object({ type: z.literal("installation.begun") }),
  z.object({ type: z.literal("mail.sent"), ...mail, count: z.number() }),
  z.object({ type: z.literal("mail.failed"), ...mail, error: z.string(), final: z.boolean() }),
  /** alerts about one person's changes within a minute that became one mail; `shown` of them are named in it */
  z.object({ type: z.literal("alerts.folded"), login: z.string(), count: z.number(), shown: z.number() }),
  z.object({ type: z.literal("mail.resent"), ...mail }),
  z.object({ type: z.literal("mail.dismissed"), ...mail, note: storedTypedText }),
  /** told over the second channel instead */
  z.object({
    type: z.literal("mail.escalated"),
    eventKey: z.string(),
    kind: z.string(),
    ok: z.boolean(),
    error: z.string().nullable(),
  }),
  z.object({
    type: z.literal("reminders.pace-set"),
    recipient: z.string(),
    pace: z.enum(["as-everybody", "monthly"]),
    chosenIn: z.enum(["one-click", "settings"]),
  }),
  /** a probe of Matomo, now */
  z.object({ type: z.literal("outside.asked") }),
  /** from where events came, up to number `through`, all older than `before` */
  z.object({ type: z.literal("origins.forgotten"), through: z.number(), before: z.string(), count: z.number() }),
  /** what mails said, and to which addresses they went, all queued before `before` */
  z.object({ type: z.literal("mails.forgotten"), before: z.string(), count: z.number() }),
  z.object({ type: z.literal("cron.refused"), route: z.string() }),
  z.object({ type: z.literal("webhook.refused"), reason: z.string() }),
  /** refusals of one `kind`, by one Super User or by visitors, since a moment at most a minute before */
  z.object({
    type: z.literal("refusals.counted"),
    kind: z.string(),
    times: z.number(),
    /** an address each, of IPv6 a /64 */
    networks: z.number(),
    since: z.string(),
    /** of refused sign-ins the first ten of those that Matomo knows */
    logins: z.array(z.object({ login: z.string(), times: z.number() })),
  }),
  /** written before refusals were counted; `login` when they were sign-ins of one known login */
  z.object({ type: z.literal("flood.capped"), limit: z.number(), login: z.string().nullable() }),
]);

export type AuditFacts = z.infer<typeof auditFactsSchema>;
export type AuditType = AuditFacts["type"];
export type EventOf<T extends AuditType> = Extract<AuditFacts, { type: T }>;

/** One event as the activity page shows it. */
export const auditEntrySchema = z.object({
  seq: z.number(),
  /** ISO 8601, UTC */
  at: z.string(),
  actor: actorSchema,
  ip: z.string().nullable(),
  /** "Firefox 145 on Linux"; null when the browser did not say */
  browser: z.string().nullable(),
  facts: auditFactsSchema,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export type AuditPage = {
  entries: AuditEntry[];
  /** events that match, all pages */
  total: number;
  page: number;
  pageSize: number;
  /** refusals that name only the first 50 of their sites and may be about the site asked for, too; 0 without one */
  unsure: number;
};
