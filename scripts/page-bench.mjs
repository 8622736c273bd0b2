// `npm run bench:page`: how fast the page is in a browser on the largest instance the portal is made for, on a MariaDB of
// its own (docs/performance.md). The production build, a real Chromium.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { buildIfChanged } from "./demo-portal.mjs";
import { ensureInstalled, root, stopWith } from "./ensure-installed.mjs";

ensureInstalled();
try {
  buildIfChanged();
} catch (error) {
  stopWith(error.message);
}
const bench = spawn(process.execPath, ["--import", "tsx", "tests/bench/page.ts"], { cwd: root, stdio: "inherit" });
// Ctrl-C reaches the whole group; the benchmark stops its servers, then this process follows.
process.on("SIGINT", () => {});
bench.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
