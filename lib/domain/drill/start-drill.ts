import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { requireSites } from "@/lib/domain/publications/require-sites";
import { announce } from "@/lib/messaging/alerts/announce";
import { auditSites, describeSites } from "@/lib/messaging/alerts/changed-sites";
import { authorOf, siteFacts } from "@/lib/messaging/alerts/facts";
import { type Roster, requireRoster } from "@/lib/messaging/alerts/recipients";
import { MINUTE_MS, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { SiteId } from "@/lib/platform/site-id";
import type { StartedDrill } from "./schema";
import { DRILL_PAUSE_MINUTES } from "./terms";

/** A Super User who has proven the password within 15 minutes, or whoever may run commands on the portal's server. */
type DrillStarter = { superUser: SuperUser; proof: RecentAuth } | "command";

/**
 * Begins a rehearsal: one marked test alert for everybody who gets every alert, by the same way, and an audit event.
 * Nothing about public access changes; the site, if there is one, is only named.
 *
 * @throws AppError `drill_too_soon` when the last one was less than 10 minutes ago; `unknown_sites`; `nobody_to_alert`
 */
export async function startDrill(
  tx: Tx,
  { by, siteId, at }: { by: DrillStarter; siteId: SiteId | null; at: Date },
): Promise<StartedDrill> {
  await requirePause(tx.db, at);
  const siteIds = siteId === null ? [] : [siteId];
  await requireSites(tx, siteIds);
  const subject = await describeSites(tx.db, siteIds);
  const roster = await requireRoster(tx.db);
  const person = by === "command" ? null : by.superUser;
  const { eventSeq, mailCount } = await announce(tx, {
    by: person ?? "drill",
    at,
    to: roster,
    event: {
      type: "drill.started",
      ...auditSites(subject),
      recipientCount: roster.recipients.length,
      withoutMail: withoutMail(roster),
    },
    mail: { kind: "drill", site: siteFacts(subject).sites[0] ?? null, actor: person && authorOf(person) },
  });
  return { seq: Number(eventSeq), mails: mailCount };
}

/** In the transaction, so that of two at once one is refused. A server whose clock is a little ahead counts too. */
async function requirePause(db: DbClient, at: Date): Promise<void> {
  const pauseMs = DRILL_PAUSE_MINUTES * MINUTE_MS;
  const recent = await db.auditEvent.count({
    where: { type: "drill.started", at: { gt: plus(at, -pauseMs), lt: plus(at, pauseMs) } },
  });
  if (recent > 0) throw new AppError("drill_too_soon");
}

/** Super Users to whom nothing can be sent. Those whom the provider calls unreachable are mailed, as with any alert. */
function withoutMail({ recipients, unreachable }: Roster): string[] {
  const mailed = new Set(recipients.flatMap(({ logins }) => logins));
  return unreachable.filter((login) => !mailed.has(login));
}
