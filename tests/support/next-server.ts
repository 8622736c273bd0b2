// The integration tests run without Next: vitest.config.ts puts this file in the place of `next/server`.
import { whenForgetting } from "@/lib/platform/once-per-process";

type Work = () => Promise<void>;
let later: Work[] = [];
whenForgetting(() => {
  later = [];
});

/** What is to be done after the answer. Nobody does it but `afterTheAnswer`. */
export function after(work: Work): void {
  later.push(work);
}

/** Does what is to be done after the answers given until now. */
export async function afterTheAnswer(): Promise<void> {
  for (const work of later.splice(0)) await work();
}
