import type { SuperUser } from "@/lib/auth/session";
import type { StepUp } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { untilFromEndDate } from "@/lib/domain/publications/policy";
import { changeUntil } from "@/lib/domain/publications/publications";
import { timeZoneOf } from "@/lib/matomo/time-zone";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { requireRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { requireNotBlocked } from "./block-state";
import { catchUpOn } from "./catch-up";
import { warningsNotMeant } from "./end-warnings-policy";
import { requireMayPublish } from "./require-may-publish";
import type { ExtendOutcome, ExtendPublicAccessInput } from "./schema";

/**
 * Gives public sites another end date, or none: publications, audit event and one alert for each Super User, all or
 * nothing. Sites that are not public are left and counted; one that the watch has not seen yet is recorded and alerted
 * as made public outside first.
 *
 * @param command.proof the password, proven within 2 minutes for exactly these sites
 * @throws AppError `access_blocked`, `second_factor_missing`, `nobody_to_alert`; `invalid_input` when the day is over
 */
export async function extendPublicAccess(
  tx: Tx,
  command: { superUser: SuperUser; proof: StepUp; input: ExtendPublicAccessInput; now: Date },
): Promise<ExtendOutcome> {
  const { superUser, input, now } = command;
  if (command.proof.action !== "extend") throw new AppError("proof_foreign");
  await requireNotBlocked(tx.db);
  await requireMayPublish(tx, command.proof);
  await ensureBaseline(tx, now);
  const timeZone = await timeZoneOf(tx);
  const until = untilFromEndDate(input.endsOn, timeZone, now);
  const { seen: siteIds } = await catchUpOn(tx, input.siteIds, now);
  const roster = await requireRoster(tx.db);
  const outcome = {
    extendedCount: siteIds.length,
    notPublicCount: input.siteIds.length - siteIds.length,
    until: until?.toISOString() ?? null,
  };
  if (siteIds.length === 0) return { ...outcome, mailCount: 0 };

  await changeUntil(tx, siteIds, { until, warnedDays: until && warningsNotMeant(until, now, timeZone) });
  const { mailCount } = await announce(tx, {
    by: superUser,
    at: now,
    to: roster,
    sites: await describeSites(tx.db, siteIds),
    event: { type: "public-access.extended", until: outcome.until },
    mail: { kind: "extended", until },
  });
  return { ...outcome, mailCount };
}
