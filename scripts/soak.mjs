// `npm run test:soak [runs]`: the stories of tests/integration/every-change*.test.ts, 10,000 unless told, on a MariaDB
// of its own. Prints its figures (docs/reliability.md).
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureInstalled, root, seconds } from "./ensure-installed.mjs";
import { requireTestPrograms } from "./test-requirements.mjs";

ensureInstalled();
const found = await requireTestPrograms();
const runs = process.argv[2] ?? "10000";
const began = Date.now();
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, "node_modules/vitest/vitest.mjs"),
    ...["run", "--project", "integration-mariadb-matomo", "tests/integration/every-change"],
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, ...found, SOAK_RUNS: runs } },
);
console.log(`${runs} stories in ${seconds(began)}`);
process.exitCode = status ?? 1;
