import type { Tx } from "@/lib/platform/db/transaction";
import { openLedger } from "./chronicle/ledger";
import { pastReminders } from "./chronicle/reminders";
import { runRows } from "./chronicle/runs";
import { portalStart, story } from "./chronicle/story";
import { tell } from "./chronicle/tell";

/**
 * Writes what happened in the portal during the six months before `now`: audit log, publications, mails sent,
 * heartbeats. The end of the story is what the demo's `access` table says.
 */
export async function seedHistory(tx: Tx, now: Date): Promise<void> {
  const deeds = [...story(now), ...pastReminders(now, portalStart(now))].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  const ledger = openLedger(tx);
  for (const deed of deeds) await tell(ledger, deed);
  await tx.db.run.createMany({ data: runRows(deeds, now) });
}
