import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { catchUpOn } from "@/lib/domain/public-access/catch-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { recordAudit } from "@/lib/ledger/audit/record";
import { auditSites, describeSites } from "@/lib/messaging/alerts/changed-sites";
import { idList, inChunks } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SiteId } from "@/lib/platform/site-id";
import { charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";
import type { KeepOutcome } from "./schema";

/**
 * Records that sites are still meant to be public: who, when and why. Takes back that they were to become private
 * because nobody confirmed them. No mail: the next reminder shows who kept them. Sites that are not public are left
 * and counted; one that the watch has not seen yet is recorded and alerted as made public outside first.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 */
export async function keepPublic(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; siteIds: readonly SiteId[]; note: TypedText; now: Date },
): Promise<KeepOutcome> {
  const { superUser, siteIds, note, now } = command;
  await ensureBaseline(tx, now);
  const { seen: kept } = await catchUpOn(tx, siteIds, now);
  const outcome = { keptCount: kept.length, notPublicCount: siteIds.length - kept.length };
  if (kept.length === 0) return outcome;
  for (const chunk of inChunks(kept)) {
    await tx.db.$executeRaw`
      UPDATE portal_publication SET reviewed_at = ${now}, reviewed_by = ${superUser.login}, review_note = ${charactersOf(note)},
        lapses_at = NULL, lapse_warned_days = NULL
      WHERE idsite IN (${idList(chunk)})`;
  }
  await recordAudit(tx, {
    by: superUser,
    at: now,
    facts: { type: "public-access.kept", ...auditSites(await describeSites(tx.db, kept)), note },
  });
  return outcome;
}
