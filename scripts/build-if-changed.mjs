import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./ensure-installed.mjs";

/** What the built server is made of. */
export const SOURCES = [
  "app",
  "components",
  "emails",
  "lib",
  "messages",
  "prisma/schema.prisma",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "scripts/finish-standalone.mjs",
  "scripts/first-load.mjs",
];
const stampFile = path.join(root, ".next/built-from.sha256");
export const serverFile = path.join(root, ".next/standalone/server.js");

/** Whether the production build is there and made of the sources as they are now. */
export function isBuilt() {
  return existsSync(serverFile) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourcesHash();
}

/** Builds the production server. Gives what the build said when it failed, else undefined. */
export function build() {
  rmSync(stampFile, { force: true });
  const stamp = sourcesHash();
  const steps = [
    [path.join(root, "node_modules/next/dist/bin/next"), "build"],
    [path.join(root, "scripts/first-load.mjs")],
    [path.join(root, "scripts/finish-standalone.mjs")],
  ];
  for (const step of steps) {
    const run = spawnSync(process.execPath, step, {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    if (run.status !== 0) return `${run.stdout}${run.stderr}`.trim();
  }
  writeFileSync(stampFile, stamp);
  return undefined;
}

function sourcesHash() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesIn(path.join(root, source))) {
      hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

if (process.argv[1] === import.meta.filename && !isBuilt()) {
  const problem = build();
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
}
