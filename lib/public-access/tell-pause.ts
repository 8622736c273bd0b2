import type { ChangedSites } from "@/lib/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/alerts/facts";
import { queueAlert } from "@/lib/alerts/queue-alert";
import { readRoster } from "@/lib/alerts/recipients";
import type { SuperUser } from "@/lib/auth/session";
import type { Tx } from "@/lib/db/transaction";
import type { FactsOf } from "@/lib/mail/schema";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { authorOf } from "./change-facts";
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
