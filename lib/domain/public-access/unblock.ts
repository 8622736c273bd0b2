import type { SuperUser } from "@/lib/auth/session";
import type { StepUp } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { insertAnonymousView } from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { holdSites } from "@/lib/matomo/sites";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { authorOf } from "@/lib/messaging/alerts/facts";
import { requireRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { SiteId } from "@/lib/platform/site-id";
import { blockThread, requireBlock, writeBlock } from "./block-state";
import { forgetBlocked, readBlockedSites, restorePublications } from "./blocked-set";
import { catchUpOnPrivate } from "./catch-up";
import { requireAnonymousUser } from "./require-anonymous-user";
import { requireMayPublish } from "./require-may-publish";
import type { BlockState, UnblockInput, UnblockOutcome } from "./schema";

type UnblockCommand = { superUser: SuperUser; proof: StepUp; input: UnblockInput; now: Date };

/**
 * Turns the block off and restores those of the remembered sites that are asked for: always as `view`, with who, why
 * and until when as it was. What is deleted, whose id another site has, whose end date has come, the canary and what is
 * public already is left as it is. Access rows, publications, audit event and one alert for each Super User, all or nothing.
 *
 * @param command.proof the password, proven within 2 minutes for exactly these sites, or for all of exactly this block
 * @throws AppError `block_changed` when another block is on, or none; `unknown_sites` that it does not remember; where
 *   sites are to be restored `second_factor_missing`, `nobody_to_alert`, `matomo_busy`; those of `requireAnonymousUser`
 */
export async function unblockPublicAccess(tx: Tx, command: UnblockCommand): Promise<UnblockOutcome> {
  const { input, proof, now } = command;
  if (proof.action !== "unblock") throw new AppError("proof_foreign");
  const block = await requireBlock(tx.db, input.blockId);
  if (input.restore.length === 0) return end(tx, command, block, []);
  await requireMayPublish(tx, proof);
  await requireAnonymousUser(tx.db);
  return underChangeLock(tx, now, async () => {
    await requireRoster(tx.db);
    return end(tx, command, block, input.restore);
  });
}

async function end(
  tx: Tx,
  { superUser, now }: UnblockCommand,
  block: BlockState,
  restore: UnblockInput["restore"],
): Promise<UnblockOutcome> {
  await ensureBaseline(tx, now);
  const remembered = await readBlockedSites(tx.db, now);
  const wanted = new Set<number>(restore === "all" ? remembered.map(({ siteId }) => siteId) : restore);
  const asked = remembered.filter(({ siteId }) => wanted.has(siteId));
  if (asked.length < wanted.size) throw new AppError("unknown_sites");
  const able = asked.flatMap(({ siteId, stays }) => (stays === null ? [siteId] : []));
  const held = await holdSites(tx.db, able);
  const siteIds = able.filter((id) => held.has(id));
  const left = remembered.length - siteIds.length;
  const { eventSeq, mailCount } = await tell(tx, { superUser, block, siteIds, left, now });
  await restorePublications(tx, siteIds, eventSeq);
  await forgetBlocked(tx);
  await writeBlock(tx, null, { by: superUser.login, at: now, eventSeq });
  const endedCount = asked.filter(({ stays }) => stays === "ended").length;
  return { restoredCount: siteIds.length, leftCount: left, endedCount, mailCount };
}

type Ended = { superUser: SuperUser; block: BlockState; siteIds: SiteId[]; left: number; now: Date };

/** One event and one mail: what is restored says also that the block is over. */
async function tell(tx: Tx, { superUser, block, siteIds, left, now }: Ended) {
  const common = { by: superUser, at: now, threads: [blockThread(block)] };
  const mail = { kind: "block-changed", actor: authorOf(superUser), on: false, reason: block.reason, left } as const;
  if (siteIds.length === 0) {
    const event = { type: "public-access.unlocked", left } as const;
    return announce(tx, { ...common, event, mail: { ...mail, sites: [], total: 0 } });
  }
  const sites = await describeSites(tx.db, siteIds);
  await catchUpOnPrivate(tx, siteIds, now);
  await insertAnonymousView(tx, siteIds);
  return announce(tx, { ...common, sites, event: { type: "public-access.resumed", left }, mail });
}
