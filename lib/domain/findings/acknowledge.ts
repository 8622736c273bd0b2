import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { untilFromEndDate } from "@/lib/domain/publications/policy";
import { timeZoneOf } from "@/lib/matomo/time-zone";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { charactersOf } from "@/lib/platform/typed-text-terms";
import { acknowledgeFindings, openAmong } from "./open-findings";
import type { AcknowledgeFindingInput, AcknowledgeOutcome } from "./schema";

/**
 * Notes that findings are meant to be so, until the end of a day or until they change. That quiets their "needs
 * attention" and nothing else: they stay listed, in the reminders, and the next change is alerted as ever.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `finding_gone` naming the sites on which it is not open; `invalid_input` when the day is over
 */
export async function acknowledgeFinding(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; input: AcknowledgeFindingInput; now: Date },
): Promise<AcknowledgeOutcome> {
  const { superUser, input, now } = command;
  const { kind, siteIds, reason } = input;
  await ensureBaseline(tx, now);
  const timeZone = await timeZoneOf(tx);
  const until = untilFromEndDate(input.endsOn, timeZone, now);
  const open = await openAmong(tx.db, kind, siteIds);
  const gone = siteIds.filter((id) => !open.has(String(id)));
  if (open.size === 0 || gone.length > 0) throw new AppError("finding_gone", { siteIds: gone });

  await acknowledgeFindings(tx, kind, siteIds, { at: now, by: superUser.login, reason: charactersOf(reason), until });
  const { mailCount } = await announce(tx, {
    by: superUser,
    at: now,
    sites: await describeSites(tx.db, siteIds),
    event: { type: "finding.acknowledged", finding: kind, reason, until: until?.toISOString() ?? null },
    mail: { kind: "acknowledged", finding: kind, reason, until },
  });
  return { acknowledgedCount: open.size, mailCount };
}
