// What every command needs first: a Node that is new enough, the dependencies of package-lock.json, both Prisma
// clients. Plain node, because it runs before there is a node_modules.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.join(import.meta.dirname ?? ".", "..");
const WANTED = [20, 19];

/** Ends the process with a sentence; never with a stack trace. */
export function stopWith(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Brings the working copy into a state in which everything else can run. Says what it does, if it does something. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1])) {
    stopWith(
      `Node ${WANTED.join(".")} or newer is needed, and this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
  installDependencies();
  const generate = spawnSync(process.execPath, [path.join(root, "scripts/prisma-generate.mjs")], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (generate.status !== 0) stopWith("The database clients could not be generated. Nothing was started.");
}

function installDependencies() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  const stamp = path.join(root, "node_modules/.package-lock.sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  if (installedByHand()) return writeFileSync(stamp, lock);

  console.log("Installing dependencies (npm ci) ...");
  const began = Date.now();
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const install = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    // A caller's NODE_ENV=production would leave out what the build needs.
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (install.status !== 0) {
    stopWith("The dependencies could not be installed: npm ci failed (see above). Is the package registry reachable?");
  }
  writeFileSync(stamp, lock);
  console.log(`Installed in ${seconds(began)}.`);
}

/** Whether npm itself says that node_modules is what package-lock.json asks for. npm writes its list at the end. */
function installedByHand() {
  const list = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  const { "": _project, ...rest } = wanted;
  return (
    Object.entries(rest).every(([name, entry]) =>
      installed[name] ? installed[name].version === entry.version : entry.optional || entry.devOptional || entry.peer,
    ) && Object.keys(installed).every((name) => name in rest)
  );
}

/** The time since `began`, for people. */
export function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

if (process.argv[1] === import.meta.filename) ensureInstalled();
