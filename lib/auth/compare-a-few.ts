import { availableParallelism } from "node:os";
import { AppError } from "@/lib/platform/errors";
import { Lane } from "@/lib/platform/lane";
import { oncePerProcess } from "@/lib/platform/once-per-process";

/** One processor stays free for everything else. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

/**
 * Comparing a password costs a processor for as long as it takes. Strangers share these places, and whoever is signed in
 * and confirms something has others, which no stranger can take.
 */
const lanes = oncePerProcess("password-comparisons", () => ({
  "sign-in": new Lane({ atOnce: AT_ONCE, waiting: 16, perCaller: Number.POSITIVE_INFINITY }),
  "step-up": new Lane({ atOnce: AT_ONCE, waiting: 32, perCaller: 8 }),
}));

/**
 * Compares when a place is free.
 * @param caller of a step-up, the login: nobody takes all the places
 * @throws AppError `busy` when too many wait already; nothing was compared then
 */
export async function compareWithAFew<T>(
  why: keyof typeof lanes,
  caller: string,
  compare: () => Promise<T>,
): Promise<T> {
  const leave = await lanes[why].enter(caller);
  if (!leave) throw new AppError("busy");
  try {
    return await compare();
  } finally {
    leave();
  }
}
