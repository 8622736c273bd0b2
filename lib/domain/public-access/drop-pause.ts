import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { readAnonymousLevels } from "@/lib/matomo/anonymous-access";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";
import { requirePause, writePause } from "./pause-state";
import { forgetPausedSet, readPausedSet } from "./paused-set";
import type { DropPauseOutcome } from "./schema";

/**
 * Ends a pause and forgets what it put aside: these sites stay private, each can be made public again by its own
 * grant. A site of them that was made public outside meanwhile stays so and is not told of here. All or nothing.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `pause_changed` when another pause is on, or none
 */
export async function dropPause(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; pauseId: number; now: Date },
): Promise<DropPauseOutcome> {
  const { superUser, now } = command;
  await requirePause(tx.db, command.pauseId);
  await ensureBaseline(tx, now);
  const aside = (await readPausedSet(tx.db)).map(({ siteId }) => siteId);
  const publicNow = await readAnonymousLevels(tx.db, aside);
  const sites = await describeSites(
    tx.db,
    aside.filter((id) => !publicNow.has(id)),
  );
  await forgetPausedSet(tx);
  await writePause(tx, null, superUser.login, now);
  const { mailCount } = await announce(tx, {
    by: superUser,
    at: now,
    sites,
    event: { type: "public-access.pause-dropped" },
    mail: { kind: "pause-changed", state: "dropped", reason: null, left: aside.length },
  });
  return { droppedCount: aside.length, mailCount };
}
