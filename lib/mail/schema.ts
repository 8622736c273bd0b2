import { z } from "zod";

/** One moment twice: in UTC and in the instance's time zone. Ready to print. */
const moment = z.object({ utc: z.string(), local: z.string() });
/** A site as it was called at the moment of the change; plain text, not HTML. */
const site = z.object({ id: z.number().int(), name: z.string(), url: z.string(), link: z.string() });

/** Sites of one change: the first 50 by name, and how many there are in all. */
const sites = { sites: z.array(site).max(50), total: z.number().int() };

/** What strangers get on a public site of this instance (facts 3 and 3.1). */
const exposure = z.object({
  visitsLog: z.enum(["shown", "hidden", "shown-on-some"]),
  visitorProfile: z.enum(["hidden"]),
  userIds: z.enum(["shown", "pseudonymised"]),
});

const author = { login: z.string(), ip: z.string().nullable(), browser: z.string().nullable() };

/** Where the links in the mail go. No link changes anything when it is opened. */
const common = {
  at: moment,
  /** host of Matomo, or of the portal when MATOMO_URL is not set */
  host: z.string(),
  links: z.object({ publicAccess: z.string(), activity: z.string() }),
};

/** The facts of each kind of mail, frozen when its cause is committed. */
export const mailFactsSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("made-public"),
    ...common,
    ...sites,
    actor: z.object(author),
    reason: z.string(),
    until: moment.nullable(),
    exposure,
  }),
  z.object({
    kind: z.literal("made-private"),
    ...common,
    ...sites,
    /** null when the end date came */
    actor: z.object(author).nullable(),
  }),
  z.object({ kind: z.literal("public-outside"), ...common, ...sites, exposure }),
  z.object({ kind: z.literal("private-outside"), ...common, ...sites }),
  z.object({ kind: z.literal("baseline"), ...common, ...sites, exposure }),
  z.object({
    kind: z.literal("setting-changed"),
    ...common,
    actor: z.object(author),
    setting: z.enum(["reminder-cadence", "second-factor"]),
    from: z.string(),
    to: z.string(),
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
    kind: z.literal("reminder"),
    ...common,
    cadence: z.enum(["weekly", "monthly"]),
    /** for people: "week of 23 November 2026", "November 2026" */
    periodLabel: z.string(),
    total: z.number().int(),
    sites: z
      .array(
        site.extend({
          channel: z.enum(["portal", "outside", "before-portal"]),
          /** days since the portal first knew */
          ageDays: z.number().int(),
          since: z.string(),
          /** who answers for it; null when nobody is known */
          by: z.string().nullable(),
          reason: z.string().nullable(),
          until: z.string().nullable(),
        }),
      )
      .max(50),
  }),
]);

export type MailFacts = z.infer<typeof mailFactsSchema>;
export type MailKind = MailFacts["kind"];
export type FactsOf<K extends MailKind> = Extract<MailFacts, { kind: K }>;

/** A mail as rendered once per language. `RECIPIENT_MARK` stands where the logins of the recipient go. */
export type RenderedMail = { subject: string; html: string; text: string };

/** A private-use character: it cannot come in by names or reasons (they are cleaned of it). */
export const RECIPIENT_MARK = "\uE000";
