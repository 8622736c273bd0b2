// `npm run bench` (through scripts/bench.mjs). Prints the table of docs/performance.md.
import { performance } from "node:perf_hooks";
import { runWatch } from "@/lib/watch/run-watch";
import { signIn } from "@/tests/support/people";
import { changes } from "./changes";
import { startInstance, superUser } from "./instance";
import { type Measured, measure } from "./measure";
import { measureMemory } from "./memory";
import { reads } from "./reads";
import { printMachine, printMemory, printTable } from "./report";

const began = performance.now();
const secondsSince = (moment: number) => `${((performance.now() - moment) / 1000).toFixed(1)} s`;

const { bare, version, stop } = await startInstance();
try {
  const seeded = secondsSince(began);
  const first = performance.now();
  const { baseline } = await runWatch();
  console.log(
    `Filled in ${seeded}; the first watch recorded and announced ${baseline} public sites in ${secondsSince(first)}.`,
  );
  printMachine(version);

  const person = await signIn(superUser);
  const measured: Measured[] = [];
  for (const contest of [...reads(bare), ...changes(bare, person)]) measured.push(await measure(contest));
  printTable(measured);
  printMemory(await measureMemory(person));
  console.log(`\nAll in ${secondsSince(began)}.`);
} finally {
  await stop();
}
