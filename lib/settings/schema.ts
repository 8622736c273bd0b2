import { z } from "zod";

export const cadences = ["weekly", "monthly"] as const;
export type Cadence = (typeof cadences)[number];

export const setReminderCadenceSchema = z.object({ cadence: z.enum(cadences, "Choose weekly or monthly.") });

/** What the settings page shows. */
export type SettingsView = {
  cadence: Cadence;
  timeZone: string;
  /** ISO 8601; when the next reminder is due */
  nextReminderAt: string;
  recipients: { login: string; email: string; reachable: boolean }[];
  transport: "resend" | "smtp" | "mailbox";
};
