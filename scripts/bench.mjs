// `npm run bench`: the product's own reads and changes beside the bare SQL, on a MariaDB of its own (docs/performance.md).
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ensureInstalled, root } from "./ensure-installed.mjs";

ensureInstalled();
// --expose-gc: memory is measured between two full collections, not between two moods of the collector.
const bench = spawn(process.execPath, ["--expose-gc", "--import", "tsx", "tests/bench/run.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
// Ctrl-C reaches the whole group; the benchmark stops its server, then this process follows.
process.on("SIGINT", () => {});
bench.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
