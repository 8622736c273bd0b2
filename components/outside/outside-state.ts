import type { Outside, ProbeResult } from "@/lib/domain/probe/schema";
import type { OutsideTrouble, UnreadableReason } from "@/lib/domain/probe/terms";

/** A probe of that age says nothing about now: one an hour is expected, and one of them may fail. */
const OLD_MS = 2 * 3_600_000;

export type SuccessfulProbe = ProbeResult & { readableCount: number };

/**
 * The status of the probe from outside. `checking`: a site changed since the newest probe, and the check that starts
 * with a change may still answer; `changed`: it did not come. `seen`: the newest probe could tell. `trouble`: it could
 * not; what the last one saw that could is no news of now.
 */
export type OutsideState =
  | { is: "not-configured" | "never" | "checking" | "changed" }
  | { is: "seen"; probe: SuccessfulProbe }
  | {
      is: "trouble";
      trouble: OutsideTrouble;
      likelyReason: UnreadableReason | null;
      since: string;
      lastSeen: SuccessfulProbe | null;
    };

/**
 * What may be said of what strangers read. What was seen before a site became public or private is never said. A probe
 * without a count says nothing, whatever it calls itself.
 */
export function outsideStateOf(outside: Outside): OutsideState {
  const { isConfigured, newest, newestSeen, troubleSince, isChecking } = outside;
  if (!isConfigured) return { is: "not-configured" };
  if (newest === null || newest.outcome === "not-configured") return { is: isChecking ? "checking" : "never" };
  if (isOvertaken(newest, outside)) return { is: isChecking ? "checking" : "changed" };
  if (newest.outcome === "seen" && isSeen(newest)) return { is: "seen", probe: newest };
  return {
    is: "trouble",
    trouble: newest.trouble ?? "not-understood",
    likelyReason: newest.likelyReason,
    since: troubleSince ?? newest.at,
    lastSeen: newestSeen && isSeen(newestSeen) ? newestSeen : null,
  };
}

/** Whether sites became public or private since the probe began: as the log says, or by the numbers. */
function isOvertaken(probe: ProbeResult, { changedAt, configuredCount }: Outside): boolean {
  if (changedAt !== null && Date.parse(probe.at) < Date.parse(changedAt)) return true;
  if (probe.outcome !== "seen" || !isSeen(probe)) return false;
  // While nothing changes during a probe, what is readable is what is public, but for what it names.
  const expected = probe.readableCount - probe.unexpected.total + probe.unreadable.total;
  return probe.configuredCount !== configuredCount || expected !== configuredCount;
}

function isSeen(probe: ProbeResult): probe is SuccessfulProbe {
  return probe.readableCount !== null;
}

/** Whether a probe is too old to say what strangers read now. */
export function isOldProbe(probe: Pick<ProbeResult, "at">, asOf: string): boolean {
  return Date.parse(asOf) - Date.parse(probe.at) > OLD_MS;
}

type OutsideTone = "calm" | "neutral" | "caution" | "danger";

/** calm only when a recent probe saw exactly what is public, and the canary closed; neutral while a check is awaited. */
export function toneOf(outside: Outside): OutsideTone {
  const status = outsideStateOf(outside);
  if (status.is === "not-configured") return "neutral";
  if (outside.canary?.state === "open") return "danger";
  if (status.is === "checking") return "neutral";
  if (status.is !== "seen") return "caution";
  const { probe } = status;
  if (probe.unexpected.total > 0) return "danger";
  const isDoubtful =
    probe.unreadable.total > 0 || isOldProbe(probe, outside.asOf) || outside.canary?.state === "unknown";
  return isDoubtful ? "caution" : "calm";
}
