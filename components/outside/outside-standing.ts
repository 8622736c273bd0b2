import type { Outside, ProbeResult } from "@/lib/domain/probe/schema";
import type { OutsideTrouble, UnreadableReason } from "@/lib/domain/probe/terms";

/** A probe of that age says nothing about now: one an hour is expected, and one of them may fail. */
const OLD_MS = 2 * 3_600_000;

export type SuccessfulProbe = ProbeResult & { readableCount: number };

/**
 * How it stands with the probe. `seen`: the newest probe could tell. `trouble`: it could not; what the last
 * one saw that could is no news of now.
 */
export type Standing =
  | { is: "not-configured" | "never" }
  | { is: "seen"; probe: SuccessfulProbe }
  | {
      is: "trouble";
      trouble: OutsideTrouble;
      likelyReason: UnreadableReason | null;
      since: string;
      lastSeen: SuccessfulProbe | null;
    };

/** What may be said of what strangers read. A probe without a count says nothing, whatever it calls itself. */
export function standingOf({ isConfigured, newest, newestSeen, troubleSince }: Outside): Standing {
  if (!isConfigured) return { is: "not-configured" };
  if (newest === null || newest.outcome === "not-configured") return { is: "never" };
  if (newest.outcome === "seen" && isSeen(newest)) return { is: "seen", probe: newest };
  return {
    is: "trouble",
    trouble: newest.trouble ?? "not-understood",
    likelyReason: newest.likelyReason,
    since: troubleSince ?? newest.at,
    lastSeen: newestSeen && isSeen(newestSeen) ? newestSeen : null,
  };
}

function isSeen(probe: ProbeResult): probe is SuccessfulProbe {
  return probe.readableCount !== null;
}

/** Whether a probe is too old to say what strangers read now. */
export function isOldProbe(probe: Pick<ProbeResult, "at">, asOf: string): boolean {
  return Date.parse(asOf) - Date.parse(probe.at) > OLD_MS;
}

type OutsideTone = "calm" | "neutral" | "caution" | "danger";

/** calm only when a recent probe saw exactly what is public, and the canary closed. */
export function toneOf(outside: Outside): OutsideTone {
  const standing = standingOf(outside);
  if (standing.is === "not-configured") return "neutral";
  if (outside.canary?.state === "open") return "danger";
  if (standing.is !== "seen") return "caution";
  const { probe } = standing;
  if (probe.unexpected.total > 0) return "danger";
  const isDoubtful =
    probe.unreadable.total > 0 || isOldProbe(probe, outside.asOf) || outside.canary?.state === "unknown";
  return isDoubtful ? "caution" : "calm";
}
