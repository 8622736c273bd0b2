// `npm run test:matrix`, before a release: every integration test on every kind of installation, Matomo 4.16 included,
// the portal on a cluster of three nodes, and what `npm run release` makes, installed. `npm test` runs on each only what
// could differ there. Arguments are handed on to vitest; `-- --project cluster` plays the cluster alone.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureInstalled, root } from "./ensure-installed.mjs";
import { requireTestPrograms } from "./test-requirements.mjs";

ensureInstalled();
const found = await requireTestPrograms();
const given = process.argv.slice(2);
const projects = given.includes("--project")
  ? [[]]
  : [
      ["--project", "integration*"],
      ["--project", "cluster"],
      ["--project", "release"],
    ];
for (const project of projects) {
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/vitest/vitest.mjs"), "run", ...project, ...given],
    { cwd: root, stdio: "inherit", env: { ...process.env, ...found, TEST_MATRIX: "whole" } },
  );
  if (status !== 0) process.exitCode = status ?? 1;
}
