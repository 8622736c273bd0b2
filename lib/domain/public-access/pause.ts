import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { readPublicReach } from "@/lib/matomo/public-sites";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { TypedText } from "@/lib/platform/typed-text-terms";
import { catchUp } from "./catch-up";
import { writePause } from "./pause-state";
import { putAside } from "./paused-set";
import type { PauseOutcome } from "./schema";
import { readStillPublic } from "./still-public";
import { takePublicAccess } from "./take-public-access";

/**
 * Makes every public site private and puts their publications aside, so that exactly these can be brought back. During
 * a pause it adds what has become public since, and the pause gets a new id. All or nothing.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `nothing_public`, `anonymous_is_super_user` when no permission makes a site public; `matomo_busy`
 */
export async function pausePublicAccess(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; reason: TypedText; now: Date },
): Promise<PauseOutcome> {
  const { superUser, reason, now } = command;
  return underChangeLock(tx, now, async () => {
    const publicIds = await catchUp(tx, now);
    if (publicIds.length === 0) {
      throw new AppError((await readPublicReach(tx.db)).everySite ? "anonymous_is_super_user" : "nothing_public");
    }
    const sites = await describeSites(tx.db, publicIds);
    await putAside(tx);
    await takePublicAccess(tx, publicIds);
    const stillPublic = await readStillPublic(tx.db);
    const { eventSeq, mailCount } = await announce(tx, {
      by: superUser,
      at: now,
      sites,
      event: { type: "public-access.paused", reason },
      mail: { kind: "pause-changed", state: "paused", reason, left: 0, stillPublic },
    });
    const { login } = superUser;
    await writePause(tx, { id: Number(eventSeq), by: login, at: now.toISOString(), reason }, login, now);
    return { pausedCount: publicIds.length, mailCount, stillPublic };
  });
}
