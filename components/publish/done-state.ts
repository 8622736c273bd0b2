import type { Published } from "./published";

/** What is so on the last step; `earlier`: what was done then, and may be otherwise now. */
export type DoneState = "public" | "undone" | "nothing" | "earlier";

export function doneOf({ outcome, isPrivateAgain }: Published, isEarlier: boolean): DoneState {
  if (isPrivateAgain) return "undone";
  if (outcome.grantedCount === 0) return "nothing";
  return isEarlier ? "earlier" : "public";
}
