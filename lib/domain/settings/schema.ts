import { z } from "zod";
import {
  type Cadence,
  cadences,
  EXTRA_RECIPIENTS_MAX,
  type OwnPace,
  ownPaces,
  type SecondFactorRule,
  type UnconfirmedRule,
  unconfirmedRules,
} from "@/lib/ledger/settings/terms";
import { givenText } from "@/lib/platform/typed-text-schema";

export const setReminderCadenceSchema = z.object({ cadence: z.enum(cadences, "chooseOne") });

export const setSecondFactorRuleSchema = z.object({ required: z.boolean("chooseOne") });

/** Sites that nobody confirms for this many periods become private. */
export const setUnconfirmedRuleSchema = z.object({ periods: z.enum(unconfirmedRules, "chooseOne") });

export const setOwnRemindersSchema = z.object({ pace: z.enum(ownPaces, "chooseOne") });

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

/** What the settings page shows. */
export type SettingsView = {
  cadence: Cadence;
  unconfirmedRule: UnconfirmedRule;
  /** of the person who looks; null when their address cannot be used */
  ownPace: OwnPace | null;
  secondFactor: SecondFactorRule & {
    /** whether the person who looks has one */
    yours: boolean;
  };
  /** ISO 8601; when the next reminder is due */
  nextReminderAt: string;
  /** logins of the Super Users who have none */
  withoutSecondFactor: string[];
  /** logins of those of whom Matomo keeps no password: they sign in through LDAP, or single sign-on */
  withoutPassword: string[];
  /** in the order in which they were given */
  extraRecipients: ExtraRecipient[];
  /** in which an extra recipient's mails can be, by the names of their files */
  mailLanguages: string[];
};
