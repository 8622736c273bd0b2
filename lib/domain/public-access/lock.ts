import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TypedText } from "@/lib/platform/typed-text-terms";
import { catchUp } from "./catch-up";
import { readLock, writeLock } from "./lock-state";
import type { LockOutcome } from "./schema";
import { readStillPublic } from "./still-public";
import { takePublicAccess } from "./take-public-access";

/**
 * Nothing may be public from now on: every permission that makes a site public is taken away at once, and publishing is refused until the
 * lock is lifted. Access rows, publications, audit event and one alert for each Super User, all or nothing. Does
 * nothing when it is locked already. What a pause put aside stays put aside.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `matomo_busy`
 */
export async function lockPublicAccess(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; reason: TypedText; now: Date },
): Promise<LockOutcome> {
  const { superUser, reason, now } = command;
  if ((await readLock(tx.db)) !== null) {
    return { locked: true, madePrivateCount: 0, mailCount: 0, stillPublic: await readStillPublic(tx.db) };
  }
  return underChangeLock(tx, now, async () => {
    const sites = await describeSites(tx.db, await catchUp(tx, now));
    await takePublicAccess(tx, sites.siteIds);
    const stillPublic = await readStillPublic(tx.db);
    await writeLock(tx, { by: superUser.login, at: now.toISOString(), reason }, superUser.login, now);
    const { mailCount } = await announce(tx, {
      by: superUser,
      at: now,
      threads: [`lock/${now.toISOString()}`],
      sites,
      event: { type: "public-access.locked", reason },
      mail: { kind: "lock-changed", locked: true, reason, stillPublic },
    });
    return { locked: true, madePrivateCount: sites.siteIds.length, mailCount, stillPublic };
  });
}
