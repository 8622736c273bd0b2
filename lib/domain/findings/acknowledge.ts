import type { SuperUser } from "@/lib/auth/session";
import type { RecentProof } from "@/lib/auth/step-up";
import { auditSites, authorOf } from "@/lib/domain/publications/change-facts";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { untilFromEndDate } from "@/lib/domain/publications/policy";
import { recordAudit } from "@/lib/ledger/audit/record";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/messaging/alerts/facts";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { momentIn } from "@/lib/platform/moment";
import { acknowledgeFindings, openAmong } from "./open-findings";
import type { AcknowledgeFindingInput, AcknowledgeOutcome } from "./schema";

/**
 * Notes that findings are meant to be so, until the end of a day or until they change. That quiets their "needs
 * attention" and nothing else: they stay listed, in the reminders, and the next change is alerted as ever.
 *
 * @param deed.proof the password, proven in this session within 15 minutes
 * @throws AppError `finding_gone` naming the sites on which it is not open; `invalid_input` when the day is over
 */
export async function acknowledgeFinding(
  tx: Tx,
  deed: { superUser: SuperUser; proof: RecentProof; input: AcknowledgeFindingInput; at: Date },
): Promise<AcknowledgeOutcome> {
  const { superUser, input, at } = deed;
  const { kind, siteIds, reason } = input;
  await ensureBaseline(tx, at);
  const timeZone = await readInstanceTimeZone(tx.db);
  const until = untilFromEndDate(input.endsOn, timeZone, at);
  const open = await openAmong(tx.db, kind, siteIds);
  const gone = siteIds.filter((id) => !open.has(String(id)));
  if (open.size === 0 || gone.length > 0) throw new AppError("finding_gone", { siteIds: gone });

  await acknowledgeFindings(tx, kind, siteIds, { at, by: superUser.login, reason, until });
  const sites = await describeSites(tx.db, siteIds);
  const eventSeq = await recordAudit(tx, {
    actor: { type: "superUser", login: superUser.login },
    origin: superUser.origin,
    at,
    facts: {
      type: "finding.acknowledged",
      finding: kind,
      ...auditSites(sites),
      reason,
      until: until?.toISOString() ?? null,
    },
  });
  const mailCount = await queueAlert(tx, {
    eventSeq,
    roster: await readRoster(tx.db),
    at,
    facts: {
      kind: "acknowledged",
      ...commonFacts(at, timeZone),
      ...siteFacts(sites),
      actor: authorOf(superUser),
      finding: kind,
      reason,
      until: until ? momentIn(until, timeZone) : null,
    },
  });
  return { acknowledgedCount: open.size, mailCount };
}
