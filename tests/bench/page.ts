// `npm run bench:page` (through scripts/page-bench.mjs). Prints the table of docs/performance.md.
import { chromium } from "@playwright/test";
import { launchOptions, signIn } from "@/scripts/browser.mjs";
import { startPortal } from "@/scripts/portal-server.mjs";
import { freePortFrom } from "@/scripts/ports.mjs";
import { tableText } from "@/scripts/print-table.mjs";
import { startInstance, superUser } from "./instance";
import { bigChanges, type Drive, drives } from "./page-drives";
import { watchPage } from "./page-watch";
import { printMachine } from "./report";

const FIRST_PORT = 4400;
const RUNS = 5;

const began = Date.now();
const { version, stop } = await startInstance();
try {
  const port = await freePortFrom(FIRST_PORT);
  const address = `http://localhost:${port}`;
  const portal = await startPortal({
    ...process.env,
    NEXTAUTH_URL: address,
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
  });
  try {
    await firstWatch(`http://127.0.0.1:${port}`);
    const browser = await chromium.launch(await launchOptions());
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addInitScript(watchPage);
    const page = await context.newPage();
    await signIn(page, address, { login: superUser.login, password: superUser.password });

    const rows: (string | number)[][] = [];
    for (const drive of drives(page, address)) {
      console.log(`${drive.what} ...`);
      rows.push(await measured(drive, RUNS));
    }
    // The one needs what the other made, so each is timed once.
    for (const drive of bigChanges(page, address, superUser.password)) {
      console.log(`${drive.what} ...`);
      rows.push(await measured(drive, 1));
    }
    await browser.close();
    printMachine(version);
    console.log(tableText(["in the browser", "median", "worst", "layout shift"], rows));
    console.log(`\nAll in ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    await portal.stop();
  }
} finally {
  await stop();
}

/** The 10,000 public sites become known, as they are after the first minutes of an installation. */
async function firstWatch(address: string): Promise<void> {
  const answer = await fetch(`${address}/api/cron/watch`, {
    headers: { authorization: `Bearer ${process.env.CRON_SECRET}` },
  });
  if (!answer.ok) throw new Error(`The first watch answered ${answer.status}: ${await answer.text()}`);
}

async function measured({ what, run }: Drive, runs: number): Promise<(string | number)[]> {
  const times: number[] = [];
  let shift = 0;
  for (let turn = 0; turn < runs; turn++) {
    const { ms, layoutShift } = await run();
    times.push(ms);
    shift = Math.max(shift, layoutShift);
  }
  times.sort((a, b) => a - b);
  const whole = (ms: number | undefined) => `${Math.round(ms ?? Number.NaN)} ms`.padStart(8);
  return [what, whole(times[Math.floor(times.length / 2)]), whole(times.at(-1)), Math.round(shift * 10_000) / 10_000];
}
