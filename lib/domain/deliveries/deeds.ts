import type { Deed } from "@/lib/auth/deed";
import type { RecentProof } from "@/lib/auth/step-up";
import { dismissMail } from "./dismiss";
import { type DismissOutcome, dismissMailSchema, type ResendOutcome, resendMailSchema } from "./schema";
import { sendAgain } from "./send-again";

/** Sending a mail that did not arrive once more, with the password proven within 15 minutes. */
export const sendAgainDeed: Deed<typeof resendMailSchema, RecentProof, ResendOutcome> = {
  name: "send-again",
  schema: resendMailSchema,
  run: (tx, done, input) => sendAgain(tx, { ...done, ...input }),
};

/** Saying that its people were told otherwise, with the password proven within 15 minutes. */
export const dismissMailDeed: Deed<typeof dismissMailSchema, RecentProof, DismissOutcome> = {
  name: "dismiss-mail",
  schema: dismissMailSchema,
  run: (tx, done, input) => dismissMail(tx, { ...done, ...input }),
};
