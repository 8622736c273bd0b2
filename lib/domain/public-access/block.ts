import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { recordAudit } from "@/lib/ledger/audit/record";
import { readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { authorOf } from "@/lib/messaging/alerts/facts";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TypedText } from "@/lib/platform/typed-text-terms";
import { blockThread, readBlock, requireBlock, writeBlock } from "./block-state";
import { rememberPublications } from "./blocked-set";
import { catchUp } from "./catch-up";
import { revokeByPortal } from "./revoke";
import type { BlockOutcome } from "./schema";
import { readStillPublic } from "./still-public";
import { takePublicAccess } from "./take-public-access";

/** A Super User who proved the password within 15 minutes, or whoever may run commands on the portal's server. */
type Blocker = { superUser: SuperUser; proof: RecentAuth } | "command";

/**
 * Blocks public access: every permission that makes a site public is taken away at once, the sites are remembered, and
 * nothing can be published until the block is turned off. Access rows, publications, audit event and one alert for each
 * Super User, all or nothing. Where it is on already, what has become public since is made private, as the watch does.
 *
 * @throws AppError `matomo_busy`
 */
export async function blockPublicAccess(tx: Tx, { by, now }: { by: Blocker; now: Date }): Promise<BlockOutcome> {
  if ((await readBlock(tx.db)) !== null) return takeBack(tx, now);
  const person = by === "command" ? null : by.superUser;
  return underChangeLock(tx, now, async () => {
    const sites = await describeSites(tx.db, await catchUp(tx, now));
    await rememberPublications(tx);
    await takePublicAccess(tx, sites.siteIds);
    const stillPublic = await readStillPublic(tx.db);
    const since = { by: person?.login ?? null, at: now.toISOString(), reason: null };
    const { eventSeq, mailCount } = await announce(tx, {
      by: person ?? "block",
      at: now,
      threads: [blockThread(since)],
      sites,
      event: { type: "public-access.locked", reason: null },
      mail: { kind: "block-changed", actor: person && authorOf(person), on: true, reason: null, left: 0, stillPublic },
    });
    await writeBlock(tx, { id: Number(eventSeq), ...since }, { by: since.by ?? "", at: now, eventSeq });
    return { madePrivateCount: sites.siteIds.length, mailCount, stillPublic };
  });
}

async function takeBack(tx: Tx, now: Date): Promise<BlockOutcome> {
  const siteIds = await readGrantedSiteIds(tx.db);
  if (siteIds.length === 0) return { madePrivateCount: 0, mailCount: 0, stillPublic: await readStillPublic(tx.db) };
  const { revokedCount, mailCount, stillPublic } = await revokeByPortal(tx, siteIds, "locked", now);
  return { madePrivateCount: revokedCount, mailCount, stillPublic };
}

/**
 * Says afterwards why public access is blocked; who blocked it, and when, stays as it was. Recorded, all or nothing.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `block_changed` when another block is on, or none
 */
export async function explainBlock(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; input: { blockId: number; reason: TypedText }; now: Date },
): Promise<{ reason: TypedText }> {
  const { superUser, input, now } = command;
  const { reason } = input;
  const block = await requireBlock(tx.db, input.blockId);
  const facts = { type: "public-access.block-explained", reason } as const;
  const eventSeq = await recordAudit(tx, { by: superUser, at: now, facts });
  await writeBlock(tx, { ...block, reason }, { by: superUser.login, at: now, eventSeq });
  return { reason };
}
