import { z } from "zod";
import type { LockState } from "@/lib/public-access/schema";
import { type UnconfirmedRule, unconfirmedRules } from "@/lib/review/terms";
import { givenText } from "@/lib/typed-text/schema";
import { EXTRA_RECIPIENTS_MAX } from "./terms";

export const cadences = ["weekly", "monthly"] as const;
export type Cadence = (typeof cadences)[number];

export const setReminderCadenceSchema = z.object({ cadence: z.enum(cadences, "chooseOne") });

/** Whether publishing takes a second factor, or whoever has none may publish too. */
export const secondFactorChoices = ["optional", "required"] as const;
export type SecondFactorChoice = (typeof secondFactorChoices)[number];

export const setSecondFactorRuleSchema = z.object({ required: z.boolean("chooseOne") });

/** Sites that nobody confirms for this many periods become private (lib/review/terms.ts). */
export const setUnconfirmedRuleSchema = z.object({ periods: z.enum(unconfirmedRules, "chooseOne") });

/** How often the person who asks is reminded: as everybody, or every month. */
export const setOwnRemindersSchema = z.object({ pace: z.enum(["as-everybody", "monthly"], "chooseOne") });
export type OwnPace = z.infer<typeof setOwnRemindersSchema>["pace"];

/** What one column of the outbox holds. */
const ADDRESS_MAX = 100;

/** One line of the list. */
export const extraRecipientSchema = z.object({
  address: z.string().trim().max(ADDRESS_MAX, "addressTooLong").pipe(z.email("noAddress")),
  /** a spoken language, by the name of its file */
  language: givenText(20),
});
/** An address that gets every alert and every reminder and is nobody's login, and the language of its mails. */
export type ExtraRecipient = z.output<typeof extraRecipientSchema>;

/** The whole new list, and the one that the person saw: if it is another one by now, nothing is changed. */
export const setExtraRecipientsSchema = z.object({
  recipients: z.array(extraRecipientSchema).max(EXTRA_RECIPIENTS_MAX, "tooManyAddresses"),
  before: z.array(z.object({ address: givenText(200), language: givenText(20) })).max(EXTRA_RECIPIENTS_MAX),
});
export type SetExtraRecipientsInput = z.output<typeof setExtraRecipientsSchema>;

/** The rule as it stands: the portal's own choice, and whether Matomo demands a second factor of everybody anyway. */
export type SecondFactorRule = { choice: SecondFactorChoice; demandedByMatomo: boolean };

/** One Super User, as the settings page lists them. */
export type ListedSuperUser = {
  login: string;
  email: string;
  reachable: boolean;
  hasSecondFactor: boolean;
  /** Matomo keeps no password for them: they sign in through LDAP */
  external: boolean;
  /** reminders every month only, by their own choice */
  slowReminders: boolean;
};

/** What the settings page shows. */
export type SettingsView = {
  cadence: Cadence;
  unconfirmedRule: UnconfirmedRule;
  lock: LockState | null;
  /** of the person who looks; null when their address cannot be used */
  ownPace: OwnPace | null;
  secondFactor: SecondFactorRule & {
    /** whether the person who looks has one */
    yours: boolean;
  };
  timeZone: string;
  /** ISO 8601; when the next reminder is due */
  nextReminderAt: string;
  recipients: ListedSuperUser[];
  /** in the order in which they were given */
  extraRecipients: ExtraRecipient[];
  /** in which an extra recipient's mails can be, by the names of their files */
  mailLanguages: string[];
  transport: "resend" | "smtp" | "mailbox";
};
