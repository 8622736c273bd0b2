import { readOpenFindings } from "@/lib/domain/findings/open-findings";
import type { SeenFinding } from "@/lib/domain/findings/policy";
import { recordFindings } from "@/lib/domain/findings/record-findings";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { type ProbeFindingKind, probeFindingKinds } from "@/lib/ledger/facts/finding-terms";
import { noteUrgentAlert } from "@/lib/messaging/escalation/urgent";
import type { Tx } from "@/lib/platform/db/transaction";
import { compare, endedAmong, type Readings } from "./compare";
import type { CanaryState } from "./terms";

/** What a probe comes to. `readings` null: it could not be told, and then nothing opens and nothing closes. */
type Contradictions = {
  readings: Readings | null;
  canary: { siteId: number; state: CanaryState } | null;
};

/** What was recorded, in numbers. */
type Recorded = { opened: number; closed: number };

/**
 * Opens and closes what only a probe can tell, each with its audit event and its alerts. The canary has a
 * finding of its own, whatever the table says of it, and no other. What could not be seen changes nothing.
 */
export async function recordContradictions(tx: Tx, seen: Contradictions, at: Date): Promise<Recorded> {
  const open = await readOpenFindings(tx.db, probeFindingKinds);
  const canary = canaryDrift(subjectsOf(open, "canary-readable"), seen.canary);
  const others = otherDrift(subjectsOf(open, "readable-though-private"), seen);
  const opened = [...findings("canary-readable", canary.opened), ...findings("readable-though-private", others.opened)];
  const mended = [...findings("canary-readable", canary.mended), ...findings("readable-though-private", others.mended)];
  const moot = [...findings("canary-readable", canary.moot), ...findings("readable-though-private", others.moot)];
  if (opened.length + mended.length + moot.length > 0) await ensureBaseline(tx, at);
  await recordFindings(tx, { opened, changed: [], closed: mended }, at, { job: "probe" });
  await recordFindings(tx, { opened: [], changed: [], closed: moot }, at, { job: "probe", isMailed: false });
  if (canary.opened.length > 0) await notifyAtOnce(tx, at);
  return { opened: opened.length, closed: mended.length + moot.length };
}

/** The second channel does not wait for what becomes of the mails. */
async function notifyAtOnce(tx: Tx, at: Date): Promise<void> {
  const found = await tx.db.finding.findFirst({ where: { kind: "canary-readable" }, select: { eventSeq: true } });
  if (found) await noteUrgentAlert(tx, { eventKey: `event/${found.eventSeq}`, kind: "finding" }, at);
}

/** By idsite: what is new, what is over, and what is no longer asked about. */
type Drift = { opened: number[]; mended: number[]; moot: number[] };

function canaryDrift(open: readonly number[], canary: Contradictions["canary"]): Drift {
  const moot = open.filter((id) => id !== canary?.siteId);
  const isOpen = canary !== null && open.includes(canary.siteId);
  return {
    opened: canary?.state === "open" && !isOpen ? [canary.siteId] : [],
    mended: canary?.state === "closed" && isOpen ? [canary.siteId] : [],
    moot,
  };
}

function otherDrift(open: readonly number[], { readings, canary }: Contradictions): Drift {
  if (readings === null) return { opened: [], mended: [], moot: [] };
  const known = new Set(open);
  const { unexpected } = compare(readings);
  // That the canary is readable is told louder than this.
  const opened = unexpected.filter((id) => !known.has(id) && id !== canary?.siteId);
  return { opened, ...endedAmong(open, readings) };
}

function subjectsOf(open: readonly SeenFinding[], kind: ProbeFindingKind): number[] {
  return open.filter((finding) => finding.kind === kind).map(({ subject }) => Number(subject));
}

function findings(kind: ProbeFindingKind, siteIds: readonly number[]): SeenFinding[] {
  return siteIds.map((id) => ({ kind, subject: String(id), detail: "" }));
}
