import { z } from "zod";

export const cadences = ["weekly", "monthly"] as const;
export type Cadence = (typeof cadences)[number];

export const setReminderCadenceSchema = z.object({ cadence: z.enum(cadences, "Choose weekly or monthly.") });

/** Whether publishing takes a second factor, or whoever has none may publish too. */
export const secondFactorChoices = ["optional", "required"] as const;
export type SecondFactorChoice = (typeof secondFactorChoices)[number];

export const setSecondFactorRuleSchema = z.object({ required: z.boolean("Choose optional or required.") });

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
};

/** What the settings page shows. */
export type SettingsView = {
  cadence: Cadence;
  secondFactor: SecondFactorRule & {
    /** whether the person who looks has one */
    yours: boolean;
  };
  timeZone: string;
  /** ISO 8601; when the next reminder is due */
  nextReminderAt: string;
  recipients: ListedSuperUser[];
  transport: "resend" | "smtp" | "mailbox";
};
