import type { Everyday } from "./people";
import type { Sample } from "./terms";

/**
 * Asks each in its own pace, whether or not what was asked before has been answered, as people do who know nothing of
 * each other. What takes long is so counted as often as it is met.
 * @returns the samples so far, in the order of their answers, and what ends it after the last answer
 */
export function askOnTime(everyday: readonly Everyday[]): { samples: Sample[]; stop: () => Promise<void> } {
  const samples: Sample[] = [];
  const open = new Set<Promise<void>>();
  let isOver = false;
  for (const { what, everyMs, ask } of everyday) {
    const began = Date.now();
    const askAt = (turn: number) => {
      const at = began + turn * everyMs;
      setTimeout(() => {
        if (isOver) return;
        askAt(turn + 1);
        const asked = ask()
          .catch((error: unknown) => `no answer: ${causeOf(error)}`)
          .then((answer) => void samples.push({ what, at, ms: Date.now() - at, answer }))
          .finally(() => open.delete(asked));
        open.add(asked);
      }, at - Date.now());
    };
    askAt(1);
  }
  return {
    samples,
    stop: async () => {
      isOver = true;
      await Promise.all(open);
    },
  };
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return "?";
  return "code" in cause ? String(cause.code) : cause.message;
}
