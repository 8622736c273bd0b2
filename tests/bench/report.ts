import { cpus, totalmem } from "node:os";
import type { Latencies } from "./alert";
import { markdownTable } from "./markdown-table";
import type { Measured } from "./measure";
import type { Memory } from "./memory";
import { median, percentile } from "./percentile";
import { AT_ONCE, type RequestRow, type Requests, type ServerMemory } from "./requests";
import { SIZE, USUAL } from "./size";
import type { Starts } from "./start";

/** E14, from the commit until the provider has accepted the mail. */
const AIM_P95_MS = 60_000;
const AIM_P99_MS = 300_000;

const whole = (value: number) => Math.round(value).toLocaleString("en");
const mb = (value: number) => `${value.toFixed(0)} MB`;
const times = (ratio: number) => `${ratio.toFixed(1)} x`;

/** What was measured on what: the lines above the table. */
export function printMachine(mariadb: string): void {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  console.log(
    `${whole(SIZE.sites)} sites, ${whole(SIZE.public)} public, ${whole(SIZE.accessRows)} access rows, ${SIZE.superUsers} Super Users`,
  );
  console.log(
    `${processors.length} cores (${processors[0]?.model.trim()}), ${memory} GB, Node ${process.versions.node}, MariaDB ${mariadb}`,
  );
  console.log("Medians in ms; both sides in turns, same run, same driver; a flush to disk at each commit.");
}

/** The tables are Markdown, so that they can be pasted into docs/performance.md as they are. */
export function printTable(rows: readonly Measured[]): void {
  const cells = rows.map(({ what, bareMs, productMs, aim, statements }) => {
    const ratio = productMs / bareMs;
    const verdict = aim === null ? "" : `${ratio <= aim ? "reached" : "MISSED"}: ≤ ${aim}`;
    return [what, bareMs.toFixed(1), productMs.toFixed(1), times(ratio), verdict, String(statements)];
  });
  print(["what", "bare", "portal", "ratio", "aim", "statements"], cells);
}

export function printMemory(memory: Memory): void {
  console.log(
    `\nMemory, publishing ${whole(SIZE.sites / 10)} sites and taking them back ten times: heap ${mb(memory.heapBefore)} before, at most ${mb(memory.heapPeakGrowth)} more`,
  );
  console.log(
    `on the way, ${memory.heapKept.toFixed(1)} MB more after a collection; the process ${mb(memory.rssBefore)} before, ${mb(memory.rssAfter)} after.`,
  );
}

export function printLatencies(rows: readonly Latencies[]): void {
  const cells = rows.map(({ what, bareMs, productMs, statements }) => {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(productMs, part));
    const bare = percentile(bareMs, 0.5);
    if (p50 === undefined || p95 === undefined || p99 === undefined) throw new Error("nothing was measured");
    const verdict = p95 <= AIM_P95_MS && p99 <= AIM_P99_MS ? "reached" : "MISSED";
    return [what, bare, p50, p95, p99, times(p50 / bare), verdict, String(statements)].map((cell) =>
      typeof cell === "number" ? cell.toFixed(0) : cell,
    );
  });
  console.log("\nFrom the commit until the provider has accepted a mail, in ms; aim: p95 ≤ 60 s, p99 ≤ 5 min.");
  print(["each publication", "bare p50", "p50", "p95", "p99", "ratio of p50", "aim", "statements"], cells);
}

export function printRequests(measured: readonly Requests[], memory: ServerMemory): void {
  console.log(`\nThe built server, ${AT_ONCE} requests at once; how many times the seconds of the bare ones.`);
  const cells = measured.flatMap(({ sites, floor, bare, rows }) =>
    [floor, bare, ...rows].map((row) => [
      `${whole(sites)} sites: ${row.what}`,
      whole(row.load.times.length),
      row.load.perSecond.toFixed(1),
      percentile(row.load.times, 0.5).toFixed(0),
      percentile(row.load.times, 0.95).toFixed(0),
      row.processorMs?.toFixed(1) ?? "",
      slower(row, bare),
      slower(row, floor),
    ]),
  );
  print(
    ["what", "requests", "per second", "p50 ms", "p95 ms", "processor ms", "of bare SQL", "of /api/healthz"],
    cells,
  );
  const said = memory.map(
    ({ requests, mb: size }) => `${size === null ? "not known" : mb(size)} after ${whole(requests)} requests`,
  );
  console.log(`\nMemory of the server's process on ${whole(USUAL.sites)} sites: ${said.join(", ")}.`);
}

function slower(row: RequestRow, than: RequestRow): string {
  return row === than ? "" : times(than.load.perSecond / row.load.perSecond);
}

export function printStarts({ empty, health, page }: Starts): void {
  console.log(`\nCold start, median of ${empty.length}, in ms from the start of the process.`);
  const row = (what: string, took: readonly number[]) => [
    what,
    whole(median(empty)),
    whole(median(took)),
    times(median(took) / median(empty)),
  ];
  print(
    ["until", "empty Node server", "portal", "ratio"],
    [row("/api/healthz answers", health), row("the first page has come", page)],
  );
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${markdownTable(head, rows)}`);
}
