import { describeSites } from "@/lib/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/alerts/facts";
import { queueAlert } from "@/lib/alerts/queue-alert";
import { readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import type { AuditFacts } from "@/lib/audit/schema";
import type { SuperUser } from "@/lib/auth/session";
import type { Tx } from "@/lib/db/transaction";
import type { FactsOf } from "@/lib/mail/schema";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { auditSites, authorOf } from "@/lib/public-access/change-facts";
import type { MendOutcome } from "./schema";

type What = FactsOf<"rows-mended">["what"];

/** Records that a Super User put rows of anonymous in order on these sites, and alerts every Super User. */
export async function tellMended(
  tx: Tx,
  { superUser, siteIds, what, at }: { superUser: SuperUser; siteIds: readonly number[]; what: What; at: Date },
): Promise<MendOutcome> {
  const sites = await describeSites(tx.db, siteIds);
  const eventSeq = await recordAudit(tx, {
    actor: { type: "superUser", login: superUser.login },
    origin: superUser.origin,
    at,
    facts: auditFacts(what, auditSites(sites)),
  });
  const mailCount = await queueAlert(tx, {
    eventSeq,
    roster: await readRoster(tx.db),
    at,
    facts: {
      kind: "rows-mended",
      ...commonFacts(at, await readInstanceTimeZone(tx.db)),
      ...siteFacts(sites),
      actor: authorOf(superUser),
      what,
    },
  });
  return { mendedCount: siteIds.length, mailCount };
}

function auditFacts(what: What, sites: ReturnType<typeof auditSites>): AuditFacts {
  if (what === "reduced-to-view") return { type: "public-access.reduced-to-view", ...sites };
  return { type: "public-access.rows-removed", ...sites, rows: what === "unclear-removed" ? "unclear" : "orphan" };
}
