import { z } from "zod";
import {
  EXTRA_RECIPIENTS_MAX,
  type OwnPace,
  ownPaces,
  type SavedName,
  SETTINGS,
  type SettingValue,
  type SettingValues,
  savedNames,
} from "@/lib/ledger/settings/terms";
import { givenText, typedNote } from "@/lib/platform/typed-text-schema";

/** What may be saved of a setting: one of its values, or a typed text. */
export function settingSchema({ oneOf, max }: { oneOf?: readonly string[]; max?: number }) {
  return oneOf ? z.enum(oneOf, "chooseOne") : typedNote(max);
}

/** New values of settings, by name; what is not named stays as it is. */
export const saveSettingsSchema = z
  .strictObject(valueSchemas(), "chooseOne")
  .refine((values) => Object.keys(values).length > 0, "chooseOne");
export type SaveSettingsInput = z.output<typeof saveSettingsSchema>;

function valueSchemas(): { [S in SavedName]: z.ZodOptional<z.ZodType<SettingValue<S>>> };
function valueSchemas(): object {
  return Object.fromEntries(savedNames.map((setting) => [setting, settingSchema(SETTINGS[setting]).optional()]));
}

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
  settings: SettingValues;
  /** of the person who looks; null when their address cannot be used */
  ownPace: OwnPace | null;
  /** whether Matomo demands one of everybody, and whether the person who looks has one */
  secondFactor: { demandedByMatomo: boolean; yours: boolean };
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
