// `npm run test:matrix`, before a release: every integration test on every kind of installation, Matomo 4.16 included.
// `npm test` runs on each only what could differ there. Arguments are handed on to vitest.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./ensure-installed.mjs";
import { requireTestPrograms } from "./test-requirements.mjs";

const found = await requireTestPrograms();
const { status } = spawnSync(
  process.execPath,
  [path.join(root, "node_modules/vitest/vitest.mjs"), "run", "--project", "integration*", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit", env: { ...process.env, ...found, TEST_MATRIX: "whole" } },
);
process.exitCode = status ?? 1;
