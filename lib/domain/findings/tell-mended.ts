import type { SuperUser } from "@/lib/auth/session";
import { auditSites, authorOf } from "@/lib/domain/publications/change-facts";
import { recordAudit } from "@/lib/ledger/audit/record";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/messaging/alerts/facts";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
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
