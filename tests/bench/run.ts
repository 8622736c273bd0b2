// `npm run bench` (through scripts/bench.mjs). Prints the tables of docs/performance.md.
import { performance } from "node:perf_hooks";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { buildIfChanged } from "@/scripts/demo-portal.mjs";
import { type SignedIn, signIn } from "@/tests/support/people";
import { measureAlerts } from "./alert";
import { changes } from "./changes";
import { fanOut, lowerSuperUsers, raiseSuperUsers } from "./fan-out";
import { type FilledDatabase, type Instance, startInstance, superUser } from "./instance";
import { type Contest, type Measured, measure } from "./measure";
import { measureMemory } from "./memory";
import { HELP, type Part, parseOptions } from "./options";
import { fillOutbox, outboxReads } from "./outbox";
import { type Provider, startProvider } from "./provider";
import { mixPublications, reads } from "./reads";
import { printLatencies, printMachine, printMemory, printRequests, printStarts, printTable } from "./report";
import { measureRequests } from "./requests";
import { printSieges } from "./siege/report";
import { measureSieges } from "./siege/siege";
import { measureStarts } from "./start";
import { usualInstance } from "./usual-instance";
import { watches } from "./watch";

const ON_THE_SERVER: readonly Part[] = ["requests", "start", "siege"];

const began = performance.now();
const secondsSince = (moment: number) => `${((performance.now() - moment) / 1000).toFixed(1)} s`;

// What was started ends with this process: the database and the servers, which have a group of their own.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const options = parseOptionsOrStop();
if (options === null) console.log(HELP);
else await bench(options.parts);

async function bench(parts: readonly Part[]): Promise<void> {
  if (parts.some((part) => ON_THE_SERVER.includes(part))) buildIfChanged();
  const provider = await startProvider();
  const instance = await startInstance({
    MAIL_TRANSPORT: "resend",
    RESEND_API_KEY: "re_of_the_benchmark",
    RESEND_BASE_URL: provider.url,
  }).catch(async (error: unknown) => {
    await provider.stop();
    throw error;
  });
  try {
    const seeded = secondsSince(began);
    const first = performance.now();
    const { baseline } = await runWatch();
    await mixPublications(instance.bare);
    console.log(
      `Filled in ${seeded}; the first watch recorded and announced ${baseline} public sites in ${secondsSince(first)}.`,
    );
    printMachine(instance.version);
    const measurements = partsOf(instance, await signIn(superUser), provider);
    for (const part of parts) {
      console.log(`\n${part} ...`);
      const moment = performance.now();
      await measurements[part]();
      console.log(`\n${part}: ${secondsSince(moment)}`);
    }
    console.log(`\nAll in ${secondsSince(began)}.`);
  } finally {
    await instance.stop();
    await provider.stop();
  }
}

function partsOf(instance: Instance, person: SignedIn, provider: Provider): Record<Part, () => Promise<void>> {
  const { bare } = instance;
  let filled: Promise<FilledDatabase> | undefined;
  const usual = () => {
    filled ??= usualInstance(instance);
    return filled;
  };
  return {
    reads: () => compare(reads(bare)),
    changes: async () => {
      await compare(changes(bare, person));
      printMemory(await measureMemory(person));
    },
    watch: () => compare(watches(bare)),
    alert: async () => printLatencies(await measureAlerts(bare, person, provider)),
    requests: async () => {
      const { requests, memory } = await measureRequests(instance, await usual(), person);
      printRequests(requests, memory);
    },
    start: async () => printStarts(await measureStarts((await usual()).url, person)),
    siege: async () => printSieges(await measureSieges(instance, await usual())),
    "fan-out": async () => {
      await raiseSuperUsers(bare);
      await compare(await fanOut(bare, person, provider));
      await lowerSuperUsers(bare);
    },
    outbox: async () => {
      await fillOutbox(bare);
      await compare(outboxReads(bare));
    },
  };
}

async function compare(contests: readonly Contest[]): Promise<void> {
  const measured: Measured[] = [];
  for (const contest of contests) measured.push(await measure(contest));
  printTable(measured);
}

function parseOptionsOrStop(): { parts: Part[] } | null {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
