import type { Command } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { dismissMail } from "./dismiss";
import { type DismissOutcome, dismissMailSchema, type ResendOutcome, resendMailSchema } from "./schema";
import { sendAgain } from "./send-again";

/** Sending a mail that did not arrive once more, with the password proven within 15 minutes. */
export const sendAgainCommand: Command<typeof resendMailSchema, RecentAuth, ResendOutcome> = {
  name: "send-again",
  schema: resendMailSchema,
  run: (tx, context, input) => sendAgain(tx, { ...context, ...input }),
};

/** Saying that its people were notified otherwise, with the password proven within 15 minutes. */
export const dismissMailCommand: Command<typeof dismissMailSchema, RecentAuth, DismissOutcome> = {
  name: "dismiss-mail",
  schema: dismissMailSchema,
  run: (tx, context, input) => dismissMail(tx, { ...context, ...input }),
};
