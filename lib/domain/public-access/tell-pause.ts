import type { SuperUser } from "@/lib/auth/session";
import { authorOf } from "@/lib/domain/publications/change-facts";
import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import type { ChangedSites } from "@/lib/messaging/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/messaging/alerts/facts";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import type { StillPublic } from "./schema";

type Change = Pick<FactsOf<"pause-changed">, "state" | "reason" | "left"> & { stillPublic?: StillPublic };

/** Queues the alert about a pause that began or ended. @returns how many mails */
export async function tellPause(
  tx: Tx,
  { state, reason, left, stillPublic }: Change,
  { eventSeq, sites, superUser, at }: { eventSeq: bigint; sites: ChangedSites; superUser: SuperUser; at: Date },
): Promise<number> {
  return queueAlert(tx, {
    eventSeq,
    roster: await readRoster(tx.db),
    at,
    facts: {
      kind: "pause-changed",
      ...commonFacts(at, await readInstanceTimeZone(tx.db)),
      ...siteFacts(sites),
      actor: authorOf(superUser),
      state,
      reason,
      left,
      stillPublic,
    },
  });
}
