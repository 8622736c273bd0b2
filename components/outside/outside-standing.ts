import type { Outside, OutsideLook } from "@/lib/domain/probe/schema";
import type { OutsideTrouble, UnreadableReason } from "@/lib/domain/probe/terms";

/** A look of that age says nothing about now: one an hour is expected, and one of them may fail. */
const OLD_MS = 2 * 3_600_000;

export type SeenLook = OutsideLook & { readableCount: number };

/**
 * How it stands with the look from outside. `seen`: the newest look could tell. `trouble`: it could not; what the last
 * one saw that could is no news of now.
 */
export type Standing =
  | { is: "not-configured" | "never" }
  | { is: "seen"; look: SeenLook }
  | {
      is: "trouble";
      trouble: OutsideTrouble;
      likelyReason: UnreadableReason | null;
      since: string;
      lastSeen: SeenLook | null;
    };

/** What may be said of what strangers read. A look without a count says nothing, whatever it calls itself. */
export function standingOf({ isConfigured, newest, newestSeen, troubleSince }: Outside): Standing {
  if (!isConfigured) return { is: "not-configured" };
  if (newest === null || newest.outcome === "not-configured") return { is: "never" };
  if (newest.outcome === "seen" && isSeen(newest)) return { is: "seen", look: newest };
  return {
    is: "trouble",
    trouble: newest.trouble ?? "not-understood",
    likelyReason: newest.likelyReason,
    since: troubleSince ?? newest.at,
    lastSeen: newestSeen && isSeen(newestSeen) ? newestSeen : null,
  };
}

function isSeen(look: OutsideLook): look is SeenLook {
  return look.readableCount !== null;
}

/** Whether a look is too old to say what strangers read now. */
export function isOldLook(look: Pick<OutsideLook, "at">, asOf: string): boolean {
  return Date.parse(asOf) - Date.parse(look.at) > OLD_MS;
}

type OutsideTone = "calm" | "neutral" | "caution" | "danger";

/** calm only when a recent look saw exactly what is public, and the canary closed. */
export function toneOf(outside: Outside): OutsideTone {
  const standing = standingOf(outside);
  if (standing.is === "not-configured") return "neutral";
  if (outside.canary?.state === "open") return "danger";
  if (standing.is !== "seen") return "caution";
  const { look } = standing;
  if (look.unexpected.total > 0) return "danger";
  const isDoubtful = look.unreadable.total > 0 || isOldLook(look, outside.asOf) || outside.canary?.state === "unknown";
  return isDoubtful ? "caution" : "calm";
}
