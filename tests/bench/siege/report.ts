import { markdownTable } from "@/tests/bench/markdown-table";
import { percentile } from "@/tests/bench/percentile";
import { normalAgain } from "./normal-again";
import type { Siege, Sieges } from "./siege";
import type { Sample } from "./terms";

/** What p95 may be: in ms, or as many times the quiet one. Null: no aim, it is told. */
const AIMS: Record<string, { ms: number } | { times: number } | null> = {
  "/api/healthz": { ms: 300 },
  "the list, /api/sites": { times: 5 },
  "make private": { times: 5 },
  // Before they are due again: a minute for what delivers, five for what watches.
  watch: { ms: 10_000 },
  deliver: { ms: 10_000 },
};
/** What must be as in quiet before all is normal again. */
const NORMAL = ["/api/healthz", "the list, /api/sites"];
const NORMAL_AIM_S = 5;
const UNREACHABLE = /database_unreachable/;

/** One table for each siege, and the lines below it. */
export function printSieges({ samples, quiet: spans, sieges }: Sieges): void {
  const quiet = within(samples, spans);
  for (const siege of sieges) {
    const during = within(samples, siege.rounds);
    console.log(`\n${siege.what}, in ms:\n`);
    console.log(markdownTable(HEAD, rowsOf(quiet, during)));
    console.log(`\n${linesBelow(siege, { samples, quiet, during }).join("\n")}`);
  }
}

function within(samples: readonly Sample[], spans: readonly { from: number; to: number }[]): Sample[] {
  return samples.filter(({ at }) => spans.some(({ from, to }) => at >= from && at <= to));
}

const HEAD = ["meanwhile", "quiet p50", "quiet p95", "asked", "not well", "p50", "p95", "ratio of p95", "aim"];

function rowsOf(quiet: readonly Sample[], meanwhile: readonly Sample[]): string[][] {
  return [...new Set(quiet.map(({ what }) => what))].map((what) => {
    const before = timesOf(quiet, what);
    const during = timesOf(meanwhile, what);
    const notWell = meanwhile.filter((sample) => sample.what === what && sample.answer !== "ok").length;
    const [quietP95, p95] = [percentile(before, 0.95), percentile(during, 0.95)];
    const figures = [percentile(before, 0.5), quietP95, during.length, notWell, percentile(during, 0.5), p95];
    const ratio = during.length === 0 ? "" : `${(p95 / quietP95).toFixed(1)} x`;
    return [what, ...figures.map(whole), ratio, ratio && verdict(what, p95, quietP95, notWell)];
  });
}

function verdict(what: string, p95: number, quietP95: number, notWell: number): string {
  const aim = AIMS[what];
  if (!aim) return "";
  const isMet = notWell === 0 && p95 <= ("ms" in aim ? aim.ms : aim.times * quietP95);
  return `${isMet ? "reached" : "MISSED"}: ≤ ${"ms" in aim ? whole(aim.ms) : `${aim.times} x`}`;
}

type Seen = Record<"samples" | "quiet" | "during", readonly Sample[]>;

function linesBelow({ rounds, resident }: Siege, { samples, quiet, during }: Seen): string[] {
  const strangers = counted(rounds.flatMap(({ answers }) => Object.entries(answers)));
  const others = counted(during.filter(({ answer }) => answer !== "ok").map(({ answer }) => [answer, 1]));
  const unreachable = [...strangers, ...others].filter(([answer]) => UNREACHABLE.test(answer));
  const quietP95 = new Map(NORMAL.map((what) => [what, percentile(timesOf(quiet, what), 0.95)]));
  const normal = rounds.map(({ lastSentAt }) => normalAgain(samples, quietP95, lastSentAt));
  const worst = normal.some((seconds) => seconds === null) ? null : Math.max(...normal.map((seconds) => seconds ?? 0));
  const lasted = rounds.map(({ lastSentAt, lastAnsweredAt }) => ((lastAnsweredAt - lastSentAt) / 1_000).toFixed(1));
  const failed = unreachable.reduce((sum, [, count]) => sum + count, 0);
  const mb = (value: number | null) => (value === null ? "?" : `${value.toFixed(0)} MB`);
  return [
    `Answers to the strangers: ${listed(strangers)}; the last ${lasted.join(", ")} s after it was sent.`,
    `Other answers than good ones to those who work: ${listed(others) || "none"}.`,
    `"Database unreachable": ${failed} (${failed === 0 ? "reached" : "MISSED"}: 0).`,
    `Memory of the server's process: ${mb(resident.before)} before, at most ${mb(resident.most)}, ${mb(resident.after)} after.`,
    worst === null
      ? `Not normal again while it was looked at (MISSED: within ${NORMAL_AIM_S} s).`
      : `Normal again ${worst.toFixed(1)} s after the last was sent (${worst <= NORMAL_AIM_S ? "reached" : "MISSED"}: within ${NORMAL_AIM_S} s).`,
  ];
}

function counted(pairs: readonly (readonly [string, number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [answer, count] of pairs) sums.set(answer, (sums.get(answer) ?? 0) + count);
  return [...sums].sort(([, a], [, b]) => b - a);
}

function listed(counts: readonly [string, number][]): string {
  return counts.map(([answer, count]) => `${answer}: ${count.toLocaleString("en")}`).join(", ");
}

function timesOf(samples: readonly Sample[], what: string): number[] {
  return samples.filter((sample) => sample.what === what).map(({ ms }) => ms);
}

function whole(value: number): string {
  return Number.isNaN(value) ? "" : Math.round(value).toLocaleString("en");
}
