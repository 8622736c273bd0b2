import { z } from "zod";
import { settingNames } from "@/lib/ledger/settings/terms";
import { storedTypedText } from "@/lib/platform/typed-text-schema";
import { findingKinds } from "./finding-terms";
import { periodLabelSchema } from "./period-schema";
import { seenFactSchema } from "./seen-schema";
import { mailedTracesOf } from "./traces-schema";

/** One moment twice: in UTC and in the instance's time zone. Ready to print. */
const moment = z.object({ utc: z.string(), local: z.string() });
/** A site as it was called at the moment of the change; plain text, not HTML. */
const site = z.object({ id: z.number().int(), name: z.string(), url: z.string(), link: z.string() });

/** Sites of one change: the first 50 by name, and how many there are in all. */
const sites = { sites: z.array(site).max(50), total: z.number().int() };

/**
 * What strangers get on these public sites (docs/matomo.md#what-anonymous-visitors-get). What is optional, older mails do not
 * say.
 */
const exposure = z.object({
  visitsLog: z.enum(["shown", "hidden", "shown-on-some", "unknown"]),
  /** where the visits log is hidden: whether a request for several sites returns it all the same */
  hiddenLogs: z.enum(["readable", "closed", "unknown"]).optional(),
  visitorProfile: z.enum(["hidden"]),
  userIds: z.enum(["shown", "pseudonymised", "shown-on-some", "unknown"]),
  /** where they are shown, when on some */
  rawUserIds: z
    .object({ total: z.number().int(), sites: z.array(z.object({ id: z.number().int(), name: z.string() })).max(10) })
    .nullish(),
  annotations: z.enum(["with-authors", "without-authors", "unknown"]).optional(),
});

/** Sites that anyone can still read though no permission says so; absent when there are none. */
const stillPublic = z.object({ count: z.number().int(), everySite: z.boolean() }).optional();

/** What was known of a site before it was made private outside; `until` is its last day, YYYY-MM-DD. */
const earlier = z.object({
  by: z.string().nullable(),
  reason: storedTypedText.nullable(),
  until: z.string().nullable(),
});

const findingKind = z.enum(findingKinds);

const author = { login: z.string(), ip: z.string().nullable(), browser: z.string().nullable() };

/** Where the links in the mail go. No link changes anything when it is opened. */
const common = {
  at: moment,
  /** host of Matomo, or of the portal when MATOMO_URL is not set */
  host: z.string(),
  links: z.object({ publicAccess: z.string(), activity: z.string() }),
  /** the newest event of the audit log when the mail was queued: its number and the first 12 digits of its hash */
  log: z.object({ seq: z.number().int(), hash: z.string() }).optional(),
};

const person = z.object({ login: z.string(), address: z.string() });

/** Alerts about what one Super User did; many within a minute are folded into one `digest`. */
const commands = [
  z.object({
    kind: z.literal("made-public"),
    ...common,
    ...sites,
    actor: z.object(author),
    reason: storedTypedText,
    until: moment.nullable(),
    exposure,
  }),
  z.object({
    kind: z.literal("made-private"),
    ...common,
    ...sites,
    /** null when the portal did it by itself */
    actor: z.object(author).nullable(),
    cause: z.enum(["super-user", "expired", "locked", "unconfirmed"]).default("super-user"),
    stillPublic,
  }),
  z.object({
    kind: z.literal("extended"),
    ...common,
    ...sites,
    actor: z.object(author),
    /** null = no end any more */
    until: moment.nullable(),
  }),
  z.object({
    /** public access was blocked, or the block turned off */
    kind: z.literal("block-changed"),
    ...common,
    /** what became private at the same moment, or was restored */
    ...sites,
    /** null: by `bin/public-access block` on the portal's server */
    actor: z.object(author).nullable(),
    on: z.boolean(),
    /** why it is or was on; null where nobody said */
    reason: storedTypedText.nullable(),
    /** of the sites that the block remembered, how many were not restored */
    left: z.number().int(),
    stillPublic,
  }),
  z.object({
    /** rows of anonymous were put in order; no site became public by it */
    kind: z.literal("rows-mended"),
    ...common,
    ...sites,
    actor: z.object(author),
    what: z.enum(["reduced-to-view", "unclear-removed", "orphans-removed"]),
  }),
  z.object({
    kind: z.literal("acknowledged"),
    ...common,
    ...sites,
    actor: z.object(author),
    finding: findingKind,
    reason: storedTypedText,
    until: moment.nullable(),
  }),
  z.object({
    kind: z.literal("setting-changed"),
    ...common,
    actor: z.object(author),
    /** values: weekly, monthly; optional, required; off or a number of periods; addresses with commas between, or none */
    setting: z.enum(settingNames),
    from: z.string(),
    to: z.string(),
  }),
] as const;

export const commandFactsSchema = z.discriminatedUnion("kind", [...commands]);

const foundOnSites = {
  /** each with what exactly was seen; none when it is about the user `anonymous` itself */
  sites: z.array(site.extend({ detail: seenFactSchema })).max(50),
  total: z.number().int(),
  detail: seenFactSchema,
};

/** What else was found at the same moment, worst first: told in this mail alone. */
const also = z
  .array(z.object({ finding: findingKind, phase: z.enum(["found", "worse"]), ...foundOnSites }))
  .max(findingKinds.length * 2)
  .default([]);

/** The facts of each kind of mail, frozen when its cause is committed. */
export const mailFactsSchema = z.discriminatedUnion("kind", [
  ...commands,
  z.object({
    kind: z.literal("digest"),
    ...common,
    actor: z.object({ login: z.string() }),
    /** how many changes; at most 50 of them are in `changes`, in order, each naming at most 3 sites */
    total: z.number().int(),
    /** of all changes, how many made sites public, and how many sites; null in a digest of an older version */
    opened: z.object({ changes: z.number().int(), sites: z.number().int() }).nullable().default(null),
    changes: z.array(commandFactsSchema).max(50),
  }),
  z.object({
    kind: z.literal("public-outside"),
    ...common,
    sites: z.array(site.extend({ earlier: earlier.optional() })).max(50),
    total: z.number().int(),
    /** on how many of all the sites an end date holds again that was promised before */
    earlierEnds: z.number().int().optional(),
    exposure,
    also,
    /** absent in older mails, and where WHO_WAS_ACTIVE is off */
    traces: mailedTracesOf(moment).optional(),
  }),
  z.object({
    kind: z.literal("private-outside"),
    ...common,
    ...sites,
    /** as above */
    traces: mailedTracesOf(moment).optional(),
  }),
  z.object({ kind: z.literal("baseline"), ...common, ...sites, exposure }),
  z.object({
    /** the newest entries of the log are gone; the sites are those that are public now */
    kind: z.literal("log-went-back"),
    ...common,
    ...sites,
    everySite: z.boolean(),
    /** numbers of the first and the last entry that are gone; `to` null: not known */
    lost: z.object({ from: z.number().int(), to: z.number().int().nullable() }),
    /** when the last entry before them was; null: none stands */
    since: moment.nullable(),
  }),
  z.object({
    /** something the watch found that is worse than a public site, or that broke, or that got worse */
    kind: z.literal("finding"),
    ...common,
    finding: findingKind,
    /** found; worse: it was known and changed; mended: it is gone */
    phase: z.enum(["found", "worse", "mended"]),
    ...foundOnSites,
    also,
  }),
  z.object({
    kind: z.literal("roster-changed"),
    ...common,
    added: z.array(person).max(50),
    removed: z.array(person).max(50),
    moved: z.array(z.object({ login: z.string(), from: z.string(), to: z.string() })).max(50),
    /** changes in all, when more than 50 of a kind */
    total: z.number().int(),
  }),
  z.object({
    kind: z.literal("end-near"),
    ...common,
    /** 7 or 1 */
    days: z.number().int(),
    sites: z.array(site.extend({ until: z.string() })).max(50),
    total: z.number().int(),
  }),
  z.object({
    /** nobody confirmed these; they become private at `lapsesAt` */
    kind: z.literal("lapse-near"),
    ...common,
    ...sites,
    links: common.links.extend({ review: z.string() }),
    days: z.number().int(),
    lapsesAt: moment,
  }),
  z.object({
    /** to the others: this Super User gets no mail any more */
    kind: z.literal("unreachable"),
    ...common,
    links: common.links.extend({ deliveries: z.string() }),
    logins: z.array(z.string()),
    why: z.enum(["bounced", "complained", "suppressed"]),
  }),
  z.object({
    /** to the one person whose password somebody knows who has not the code */
    kind: z.literal("password-known"),
    ...common,
    links: common.links.extend({ sessions: z.string() }),
    /** from where the last attempt came */
    actor: z.object(author),
    because: z.enum(["no-code", "wrong-codes"]),
    times: z.number().int(),
  }),
  z.object({
    /** to the one person whose password was tried */
    kind: z.literal("step-up-locked"),
    ...common,
    links: common.links.extend({ sessions: z.string() }),
    /** from where the last wrong attempt came */
    actor: z.object(author),
    wrong: z.number().int(),
    until: moment,
  }),
  z.object({
    /** a rehearsal: nothing happened. No command, so that it is never folded and keeps no alert waiting */
    kind: z.literal("drill"),
    ...common,
    links: common.links.extend({ deliveries: z.string() }),
    /** what it is about, if anything */
    site: site.nullable(),
    /** null: begun by `bin/public-access test-alert` on the portal's server */
    actor: z.object(author).nullable(),
  }),
  z.object({
    kind: z.literal("reminder"),
    ...common,
    links: common.links.extend({ review: z.string().optional(), settings: z.string().optional() }),
    /** when sites that nobody confirms become private; null while that rule is off */
    lapse: z.object({ at: moment, count: z.number().int() }).nullable().default(null),
    /** the newest probe; null when there was none. `readable` null: it could not be told */
    outside: z
      .object({ at: moment, readable: z.number().int().nullable(), unexpected: z.number().int() })
      .nullable()
      .default(null),
    cadence: z.enum(["weekly", "monthly"]),
    /** `2026-11-23`, the Monday of the week, or `2026-11`, the month */
    periodLabel: periodLabelSchema,
    total: z.number().int(),
    /** Matomo's user `anonymous` is a Super User: every site is public, whatever is made private here */
    everySite: z.boolean().default(false),
    sites: z
      .array(
        site.extend({
          channel: z.enum(["portal", "outside", "before-portal"]),
          since: z.string(),
          /** who answers for it; null when nobody is known */
          by: z.string().nullable(),
          reason: storedTypedText.nullable(),
          until: z.string().nullable(),
          /** who said last that it is still meant to be public, and when; null when nobody did */
          kept: z.object({ by: z.string(), on: z.string() }).nullable().default(null),
          /** of one published lately: whether strangers see it, and how many things in its pages look personal */
          outside: z
            .object({ seen: z.enum(["shown", "refused", "unknown"]), personal: z.number().int() })
            .nullable()
            .default(null),
        }),
      )
      .max(50),
  }),
]);

/** Facts of an alert about what one Super User did. */
export type CommandFacts = z.infer<typeof commandFactsSchema>;
export type MailFacts = z.infer<typeof mailFactsSchema>;
export type MailKind = MailFacts["kind"];
export type FactsOf<K extends MailKind> = Extract<MailFacts, { kind: K }>;

/** A mail as rendered once per language. `RECIPIENT_MARK` stands where the logins of the recipient go. */
export type RenderedMail = { subject: string; html: string; text: string };

/** A private-use character: it cannot come in by names or reasons (they are cleaned of it). */
export const RECIPIENT_MARK = "\uE000";
