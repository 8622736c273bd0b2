import { cpus, totalmem } from "node:os";
import type { Measured } from "./measure";
import type { Memory } from "./memory";
import { SIZE } from "./seed";

const whole = (value: number) => value.toLocaleString("en");
const mb = (value: number) => `${value.toFixed(0)} MB`;

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
  console.log("Medians in ms; both sides in turns, same run, same driver; a flush to disk at each commit.\n");
}

/** The table, as Markdown, so that it can be pasted into docs/performance.md as it is. */
export function printTable(rows: readonly Measured[]): void {
  const cells = rows.map(({ what, bareMs, productMs, aim, statements }) => {
    const ratio = productMs / bareMs;
    const verdict = aim === null ? "" : `${ratio <= aim ? "reached" : "MISSED"}: ≤ ${aim}`;
    return [what, bareMs.toFixed(1), productMs.toFixed(1), `${ratio.toFixed(1)} x`, verdict, String(statements)];
  });
  const header = ["what", "bare SQL", "portal", "ratio", "aim", "statements"];
  const widths = header.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  console.log([line(header), rule, ...cells.map(line)].join("\n"));
}

export function printMemory(memory: Memory): void {
  console.log(
    `\nMemory, publishing 10,000 sites and taking them back ten times: heap ${mb(memory.heapBefore)} before, at most ${mb(memory.heapPeakGrowth)} more`,
  );
  console.log(
    `on the way, ${memory.heapKept.toFixed(1)} MB more after a collection; the process ${mb(memory.rssBefore)} before, ${mb(memory.rssAfter)} after.`,
  );
}
