import { recordRefusal } from "@/lib/ledger/audit/record-refusal";
import type { Origin } from "@/lib/ledger/audit/schema";
import { mailboxOf } from "@/lib/messaging/mail/unsubscribe";
import { now } from "@/lib/platform/clock";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { setPace } from "./set-pace";

const SLOWED =
  "You get reminders every month from now on. Alerts still come at once. To change this, sign in and open Settings.";

/**
 * The POST of a mail program whose user clicked "unsubscribe" (RFC 8058, 3.2): no cookie, no Origin; the signature in
 * the address proves that it came from one of the portal's own reminders. Slows that mailbox's reminders to monthly,
 * never off; twice is once. 401 for another signature, 400 for another body, 503 when it could not be stored.
 */
export async function slowByOneClick(request: Request, from: Omit<Origin, "sessionRef">): Promise<Response> {
  const at = now();
  const origin = { ...from, sessionRef: null };
  const mailbox = mailboxOf(request.url);
  if (mailbox === null) {
    const facts = { type: "webhook.refused", reason: "reminders/slow: the signature is not the portal's" } as const;
    await recordRefusal({ actor: { type: "visitor" }, origin, at, facts });
    return answer(401, "This link is not one of the portal's. Nothing was changed.");
  }
  if (!(await saysOneClick(request))) {
    return answer(400, "This is not a one-click request. Nothing was changed. Sign in and open Settings instead.");
  }
  try {
    const choice = { mailbox, pace: "monthly", chosenIn: "one-click", by: { login: null, origin }, at } as const;
    await inTransaction((tx) => setPace(tx, choice));
    return answer(200, SLOWED);
  } catch (error) {
    const cause = translateDatabaseError(error);
    logger().error({ err: cause }, "slowing reminders by one click failed");
    const isUnknown = cause instanceof AppError && cause.code === "outcome_unknown";
    const outcome = isUnknown ? "It is unknown whether this was stored." : "Nothing was changed.";
    return answer(503, `The connection to the database failed. ${outcome} Try again later.`);
  }
}

/** RFC 8058, 3.2: the field comes as a form of either kind. */
async function saysOneClick(request: Request): Promise<boolean> {
  const form = await request.formData().catch(() => null);
  return form?.get("List-Unsubscribe") === "One-Click";
}

function answer(status: number, text: string): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(`${text}\n`, { status, headers });
}
