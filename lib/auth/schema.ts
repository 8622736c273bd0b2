import { z } from "zod";

/** The deeds that take a step-up. */
export const stepUpActions = ["grant", "revoke", "weaken-reminders"] as const;
export type StepUpAction = (typeof stepUpActions)[number];

/** What the sign-in form sends to next-auth's provider `matomo`. Passwords are compared exactly as typed. */
export const signInSchema = z.object({
  identifier: z.string().trim().min(1, "Type your login or e-mail address.").max(200),
  password: z.string().min(1, "Type your password.").max(1_000),
});

/** What the step-up form sends to next-auth's provider `step-up`. The subject comes from the session, never from here. */
export const stepUpSchema = z.object({
  password: z.string().min(1, "Type your password.").max(1_000),
  action: z.enum(stepUpActions),
  /** site ids, comma-separated; empty for actions that touch no site */
  siteIds: z.string().regex(/^(\d{1,10}(,\d{1,10})*)?$/),
});
