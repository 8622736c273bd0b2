import type { SuperUser } from "@/lib/auth/session";
import type { RecentProof } from "@/lib/auth/step-up";
import { auditSites } from "@/lib/domain/publications/change-facts";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { recordAudit } from "@/lib/ledger/audit/record";
import { readAnonymousLevels } from "@/lib/matomo/anonymous-access";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";
import { requirePause, writePause } from "./pause-state";
import { forgetPausedSet, readPausedSet } from "./paused-set";
import type { DropPauseOutcome } from "./schema";
import { tellPause } from "./tell-pause";

/**
 * Ends a pause and forgets what it put aside: these sites stay private, each can be made public again by its own
 * grant. A site of them that was made public outside meanwhile stays so and is not told of here. All or nothing.
 *
 * @param deed.proof the password, proven in this session within 15 minutes
 * @throws AppError `pause_changed` when another pause is on, or none
 */
export async function dropPause(
  tx: Tx,
  deed: { superUser: SuperUser; proof: RecentProof; pauseId: number; at: Date },
): Promise<DropPauseOutcome> {
  const { superUser, at } = deed;
  await requirePause(tx.db, deed.pauseId);
  await ensureBaseline(tx, at);
  const aside = (await readPausedSet(tx.db)).map(({ siteId }) => siteId);
  const publicNow = await readAnonymousLevels(tx.db, aside);
  const sites = await describeSites(
    tx.db,
    aside.filter((id) => !publicNow.has(id)),
  );
  await forgetPausedSet(tx);
  await writePause(tx, null, superUser.login, at);
  const eventSeq = await recordAudit(tx, {
    actor: { type: "superUser", login: superUser.login },
    origin: superUser.origin,
    at,
    facts: { type: "public-access.pause-dropped", ...auditSites(sites) },
  });
  const mailCount = await tellPause(
    tx,
    { state: "dropped", reason: null, left: aside.length },
    { eventSeq, sites, superUser, at },
  );
  return { droppedCount: aside.length, mailCount };
}
