import type { PublishDraft } from "./draft";
import { typedNumber } from "./typed-number";

export const publishSteps = ["sites", "consequences", "reason", "prove", "done"] as const;
export type PublishStep = (typeof publishSteps)[number];
export type DraftStep = Exclude<PublishStep, "done">;

/** What the flow shows: a step, or that nothing is being published. */
type Shown = PublishStep | "nothing";

type Kept = { draft: PublishDraft | null; hasPublished: boolean };

/**
 * The step that may be shown when the address asks for one: never one before which something is missing, and never
 * again a step of what has been done. @param asked `step` in the address; null and unknown ones are the first
 */
export function stepToShow(asked: string | null, { draft, hasPublished }: Kept): Shown {
  if (draft === null) return hasPublished ? "done" : "nothing";
  const steps: readonly (string | null)[] = publishSteps;
  const wanted = steps.indexOf(asked);
  const furthest = publishSteps.indexOf(furthestStep(draft));
  return publishSteps[Math.min(Math.max(wanted, 0), furthest)] ?? "sites";
}

/** How far what has been read and typed leads; the server checks all of it once more. */
function furthestStep(draft: PublishDraft): DraftStep {
  if (!draft.hasRead) return "consequences";
  const counted = draft.siteIds.length === 1 || typedNumber(draft.typedCount) === draft.siteIds.length;
  const ends = draft.end !== "date" || draft.date !== "";
  return draft.reason.trim() !== "" && ends && counted ? "prove" : "reason";
}
