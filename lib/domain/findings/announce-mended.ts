import type { SuperUser } from "@/lib/auth/session";
import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";
import type { MendOutcome } from "./schema";

type What = FactsOf<"rows-mended">["what"];

/** Records that a Super User put rows of anonymous in order on these sites, and alerts every Super User. */
export async function announceMended(
  tx: Tx,
  { superUser, siteIds, what, at }: { superUser: SuperUser; siteIds: readonly number[]; what: What; at: Date },
): Promise<MendOutcome> {
  const { mailCount } = await announce(tx, {
    by: superUser,
    at,
    sites: await describeSites(tx.db, siteIds),
    event: eventOf(what),
    mail: { kind: "rows-mended", what },
  });
  return { mendedCount: siteIds.length, mailCount };
}

function eventOf(what: What) {
  if (what === "reduced-to-view") return { type: "public-access.reduced-to-view" } as const;
  return { type: "public-access.rows-removed", rows: what === "unclear-removed" ? "unclear" : "orphan" } as const;
}
