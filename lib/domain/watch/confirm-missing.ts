import type { FindingDrift } from "@/lib/domain/findings/diff";
import type { SeenFinding } from "@/lib/domain/findings/policy";
import { writeMissingSince } from "@/lib/domain/publications/publications";
import { isMatomoChanging } from "@/lib/matomo/change-lock";
import type { Tx } from "@/lib/platform/db/transaction";
import { confirmWithSecondRead } from "./confirm-with-second-read";
import type { WatchSnapshot } from "./snapshot";

/**
 * Decides which of the sites that this watch misses are gone, remembers those that it is the first to miss, and forgets
 * that of those that are back. What is wrong with a site that may be away for a moment only is not over either.
 * @param snapshots.first the one outside the transaction: if it saw other public sites, somebody is changing them
 * @returns the sites that are gone, and the findings as they are believed
 */
export async function confirmMissing(
  tx: Tx,
  { first, second, at }: { first: WatchSnapshot; second: WatchSnapshot; at: Date },
): Promise<{ vanished: number[]; findings: FindingDrift }> {
  const { missing, back } = second.sites;
  await writeMissingSince(tx, back, null);
  if (missing.length === 0) return { vanished: [], findings: second.findings };

  const isChanging = !sameSites(first, second) || (await isMatomoChanging(tx.db, at));
  const { gone, noticed } = confirmWithSecondRead(missing, at, { isChanging });
  await writeMissingSince(
    tx,
    noticed.map(({ id }) => id),
    at,
  );
  const isGone = new Set(gone.map(({ id }) => String(id)));
  const isAway = new Set(missing.map(({ id }) => String(id)).filter((id) => !isGone.has(id)));
  // That a site is private again says also that nobody need ask about it: `public-outside` has no event of its own.
  const isAnnounced = ({ kind, subject }: SeenFinding) => kind === "public-outside" && isGone.has(subject);
  const closed = second.findings.closed.filter((finding) => !isAway.has(finding.subject) && !isAnnounced(finding));
  return { vanished: gone.map(({ id }) => id), findings: { ...second.findings, closed } };
}

function sameSites({ publicIds: one }: WatchSnapshot, { publicIds: other }: WatchSnapshot): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
