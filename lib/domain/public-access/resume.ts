import type { SuperUser } from "@/lib/auth/session";
import type { StepUp } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { givenToAnother } from "@/lib/domain/publications/site-identity";
import { insertAnonymousView, readAnonymousLevels } from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { holdSites } from "@/lib/matomo/sites";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { requireRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { SiteId } from "@/lib/platform/site-id";
import { isCanary } from "./canary";
import { catchUpOnPrivate } from "./catch-up";
import { requirePause, writePause } from "./pause-state";
import { bringBack, forgetPausedSet, readPausedSet } from "./paused-set";
import { requireAnonymousUser } from "./require-anonymous-user";
import { requireMayPublish } from "./require-may-publish";
import type { ResumeOutcome } from "./schema";

/**
 * Makes exactly the sites public again that the pause put aside: always as `view`, with who, why and until when as it
 * was. Left private: sites that are deleted, whose id another site has now or whose end date has come, and the canary;
 * left as they are: sites that are public already. Access rows, publications, audit event and one alert for each Super User, all or nothing.
 *
 * @param command.proof the password, proven within 2 minutes for exactly this pause
 * @throws AppError `access_locked`, `second_factor_missing`; `pause_changed` when another pause is on, or none;
 *   `nobody_to_alert`, `matomo_busy`; those of `requireAnonymousUser`
 */
export async function resumePublicAccess(
  tx: Tx,
  command: { superUser: SuperUser; proof: StepUp; pauseId: number; now: Date },
): Promise<ResumeOutcome> {
  if (command.proof.action !== "resume") throw new AppError("proof_foreign");
  await requireMayPublish(tx, command.proof);
  await requirePause(tx.db, command.pauseId);
  await requireAnonymousUser(tx.db);
  return underChangeLock(tx, command.now, () => resume(tx, command));
}

async function resume(tx: Tx, { superUser, now }: { superUser: SuperUser; now: Date }): Promise<ResumeOutcome> {
  await ensureBaseline(tx, now);
  await requireRoster(tx.db);
  const { siteIds, left } = await readResumable(tx, now);
  const sites = await describeSites(tx.db, siteIds);
  await catchUpOnPrivate(tx, siteIds, now);
  await insertAnonymousView(tx, siteIds);
  const { eventSeq, mailCount } = await announce(tx, {
    by: superUser,
    at: now,
    sites,
    event: { type: "public-access.resumed", left },
    mail: { kind: "pause-changed", state: "resumed", reason: null, left },
  });
  await bringBack(tx, siteIds, eventSeq);
  await forgetPausedSet(tx);
  await writePause(tx, null, superUser.login, now);
  return { resumedCount: siteIds.length, leftCount: left, mailCount };
}

/** Those of the sites put aside that can become public, kept from being deleted until the commit. */
async function readResumable(tx: Tx, at: Date): Promise<{ siteIds: SiteId[]; left: number }> {
  const aside = await readPausedSet(tx.db);
  const lasting = aside.filter(({ until }) => until === null || until > at).map(({ siteId }) => siteId);
  const existing = await holdSites(tx.db, lasting);
  const publicNow = await readAnonymousLevels(tx.db, lasting);
  const another = await givenToAnother(tx.db, "portal_paused", lasting);
  const siteIds = lasting.filter((id) => existing.has(id) && !another.has(id) && !publicNow.has(id) && !isCanary(id));
  return { siteIds, left: aside.length - siteIds.length };
}
