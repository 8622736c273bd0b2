// `npm run bench [-- --only PART] [-- --help]`: the product's own work beside the bare SQL and bare requests, on a MariaDB
// of its own (docs/performance.md).
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ensureInstalled, root } from "./ensure-installed.mjs";

ensureInstalled();
// --expose-gc: memory is measured between two full collections, not between two moods of the collector.
const run = ["--expose-gc", "--import", "tsx", "tests/bench/run.ts", ...process.argv.slice(2)];
const bench = spawn(process.execPath, run, {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
// Ctrl-C reaches the whole group; the benchmark stops its server, then this process follows.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => bench.kill("SIGTERM"));
bench.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
