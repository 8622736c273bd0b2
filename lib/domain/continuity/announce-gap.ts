import type { Link } from "@/lib/ledger/audit/memory";
import type { EventOf, JobName } from "@/lib/ledger/audit/schema";
import { readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import { readPublicReach } from "@/lib/matomo/public-sites";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { noteUrgentAlert } from "@/lib/messaging/escalation/urgent";
import { beginInstallation } from "@/lib/messaging/outbox/identity";
import type { Tx } from "@/lib/platform/db/transaction";

/** How it became known: a process remembered more than the log holds, or whoever restored a backup said so. */
type Gap = {
  cause: EventOf<"log.went-back">["cause"];
  job: JobName;
  /** the last event before the gap; null when none stands */
  lastKept: Link | null;
  /** number of the newest event that is known to be gone; null when nobody knows */
  lastGone: bigint | null;
};

/**
 * Records and announces that the log lost its newest events: another installation from now on, an audit event, and one
 * mail to every Super User and over the second channel, with what is public now.
 * @returns the event's hash
 */
export async function announceGap(tx: Tx, { cause, job, lastKept, lastGone }: Gap, at: Date): Promise<string> {
  await beginInstallation(tx, at);
  await forgetLeftOvers(tx);
  const sites = await describeSites(tx.db, await readGrantedSiteIds(tx.db));
  const lost = { from: Number(lastKept?.seq ?? 0n) + 1, to: lastGone === null ? null : Number(lastGone) };
  const kind = "log-went-back";
  const { eventSeq, mailCount } = await announce(tx, {
    by: job,
    at,
    sites,
    event: { type: "log.went-back", cause, lost, since: lastKept?.at.toISOString() ?? null },
    mail: { kind, everySite: (await readPublicReach(tx.db)).everySite, lost, since: lastKept?.at ?? null },
  });
  if (mailCount > 0) await noteUrgentAlert(tx, { eventKey: `event/${eventSeq}`, kind }, at);
  return (await tx.db.auditHead.findUniqueOrThrow({ where: { id: 1 } })).hash;
}

/** From where events came that are gone: their numbers are those of other events from now on. */
async function forgetLeftOvers(tx: Tx): Promise<void> {
  const head = await tx.db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  await tx.db.auditOrigin.deleteMany({ where: { seq: { gt: head.seq } } });
}
