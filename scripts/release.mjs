// `npm run release`: from a clean tree, what is shipped, in dist/. The same commit gives the same bytes.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readArguments } from "./arguments.mjs";
import { build } from "./build-if-changed.mjs";
import { bundleCommands } from "./bundle-commands.mjs";
import { ensureInstalled, root } from "./ensure-installed.mjs";
import { pack, run } from "./pack.mjs";

const USAGE = `npm run release [-- --out FOLDER] [-- --dirty]

Builds the server and packs it with its commands as dist/public-access-for-matomo-VERSION.tar.gz; beside it checksums,
a list of the packages in it (CycloneDX) and the notes of this version. The same commit gives the same bytes.

  --out    another folder than dist
  --dirty  also from a tree with changes, to try it out
  --help   print this`;

const { values } = readArguments({ usage: USAGE, options: { out: { type: "string" }, dirty: { type: "boolean" } } });
ensureInstalled();
const { version, name } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
const git = (...args) => run("git", args, { cwd: root }).trim();
if (!values.dirty && git("status", "--porcelain") !== "") {
  console.error("The tree has changes that are not committed: a release is what a commit says.");
  process.exit(1);
}
const commit = git("rev-parse", "HEAD");
const seconds = Number(git("log", "-1", "--format=%ct"));
const titled = `${name}-${version}`;
const out = path.resolve(values.out ?? path.join(root, "dist"));
/** In the place of chance: 32 bytes that are the same for each build of this commit. */
const derived = (what) => createHash("sha256").update(`${what} ${commit}`).digest();

/** Those of SQLite are the demo's. Of the native packages only these are for a server; npm installs but its own. */
const SQLITE = [
  "@libsql",
  "libsql",
  "@neon-rs",
  "@prisma/adapter-libsql",
  "@prisma/client/runtime/query_compiler_fast_bg.sqlite",
];
const NATIVE = /^node_modules\/(@node-rs\/(?:argon2|bcrypt)-linux-(?:x64|arm64)-(?:gnu|musl))$/;

const work = mkdtempSync(path.join(tmpdir(), "pa-release-"));
try {
  const folder = path.join(work, titled);
  const server = path.join(folder, "server");
  buildServer();
  copy(".next/standalone", server);
  withoutChance(server);
  for (const gone of [...SQLITE.map((one) => `node_modules/${one}`), `.next/node_modules/@prisma/adapter-libsql`])
    remove(server, gone);
  for (const entry of Object.keys(lock)) addNative(NATIVE.exec(entry)?.[1], entry, server);
  await bundleCommands(path.join(server, "commands"));
  copy("prisma/migrations", path.join(server, "prisma/migrations"));
  for (const one of ["bin", "LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md", ".env.example"])
    copy(one, path.join(folder, one));
  for (const one of ["operations.md", "operations", "deployment", "privacy.md", "security.md"])
    copy(`docs/${one}`, path.join(folder, "docs", one));
  const sbom = listOfPackages();
  writeFileSync(path.join(folder, "THIRD-PARTY-LICENSES.txt"), licencesOf(sbom));

  mkdirSync(out, { recursive: true });
  const file = (ending) => path.join(out, `${titled}${ending}`);
  pack(folder, file(".tar.gz"), seconds);
  writeFileSync(file(".cdx.json"), `${JSON.stringify(sbom, null, 2)}\n`);
  writeFileSync(file(".md"), notes());
  const made = [".tar.gz", ".cdx.json", ".md"].map(file);
  writeFileSync(path.join(out, "SHA256SUMS"), made.map((one) => `${sumOf(one)}  ${path.basename(one)}\n`).join(""));
  const mib = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  console.log(`${file(".tar.gz")}: ${mib(statSync(file(".tar.gz")).size)}, unpacked ${mib(sizeOf(folder))}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function copy(from, to) {
  cpSync(path.join(root, from), to, { recursive: true, verbatimSymlinks: true });
}

/** What is named so, with whatever follows its name. */
function remove(place, start) {
  const { dir, base } = path.parse(path.join(place, start));
  for (const found of existsSync(dir) ? readdirSync(dir) : []) {
    if (found.startsWith(base)) rmSync(path.join(dir, found), { recursive: true });
  }
}

function buildServer() {
  rmSync(path.join(root, ".next"), { recursive: true, force: true });
  process.env.BUILD_ID = `${version}-${commit.slice(0, 12)}`;
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = derived("server actions").toString("base64");
  run(process.execPath, ["scripts/prisma-generate.mjs"], { cwd: root });
  const problem = build();
  if (problem) throw new Error(problem);
}

/** Next writes into each build where it was made, and keys for its preview mode, which nothing here uses. */
function withoutChance(server) {
  const keys = JSON.parse(readFileSync(path.join(server, ".next/server/preview-props.json"), "utf8"));
  const chance = [root, ...Object.values(keys).filter((key) => /^[0-9a-f]{32,}$/.test(key))];
  for (const file of filesIn(server)) {
    if (!/\.(js|json)$/.test(file) || file.includes("/server/node_modules/")) continue;
    const text = readFileSync(file, "utf8");
    const fixed = chance.reduce(
      (now, one, at) =>
        now.replaceAll(one, at === 0 ? "/release" : derived(`preview ${at}`).toString("hex").slice(0, one.length)),
      text,
    );
    if (fixed !== text) writeFileSync(file, fixed);
  }
}

/** As npm brings it, if it is what the lock file knows. */
function addNative(native, entry, server) {
  if (!native) return;
  const { version, integrity } = lock[entry];
  const [{ filename }] = JSON.parse(
    run("npm", ["pack", `${native}@${version}`, "--json", "--pack-destination", work], { cwd: work }),
  );
  const tarball = path.join(work, filename);
  const sum = createHash("sha512").update(readFileSync(tarball)).digest("base64");
  if (integrity !== `sha512-${sum}`) throw new Error(`${native}@${version} is not what package-lock.json knows.`);
  const target = path.join(server, "node_modules", native);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  run("tar", ["-xzf", tarball, "-C", target, "--strip-components=1", "--no-same-owner"]);
}

/**
 * By npm, from a lock file without what is not in the artefact: packages of development, for other systems, and for
 * pictures. Its own `--omit dev` would leave out what a package of development needs, too, such as react.
 */
function listOfPackages() {
  const { devDependencies: _, ...own } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const isShipped = ([entry, { dev, optional, devOptional }]) =>
    entry !== "" && !dev && !devOptional && (!optional || NATIVE.test(entry));
  const packages = { "": own, ...Object.fromEntries(Object.entries(lock).filter(isShipped)) };
  const place = path.join(work, "packages");
  mkdirSync(place);
  writeFileSync(path.join(place, "package.json"), JSON.stringify(own));
  writeFileSync(path.join(place, "package-lock.json"), JSON.stringify({ lockfileVersion: 3, packages }));
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const sbom = JSON.parse(run("npm", args, { cwd: place }));
  const id = derived("sbom")
    .toString("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, "$1-$2-5$3-8$4-$5");
  sbom.metadata.component.name = name;
  return {
    ...sbom,
    serialNumber: `urn:uuid:${id}`,
    metadata: { ...sbom.metadata, timestamp: new Date(seconds * 1_000).toISOString() },
  };
}

function licencesOf({ components }) {
  const texts = new Map();
  for (const [entry, { version, license }] of Object.entries(lock)) {
    const package_ = entry.split("node_modules/").at(-1);
    if (!components.some((one) => one["bom-ref"] === `${package_}@${version}`)) continue;
    const place = path.join(root, entry);
    const file = existsSync(place) && readdirSync(place).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? readFileSync(path.join(place, file), "utf8").trim() : `Licence: ${license}`;
    texts.set(text, [...(texts.get(text) ?? []), `${package_} ${version}`]);
  }
  return [...texts].map(([text, names]) => `${names.sort().join(", ")}\n\n${text}\n`).join(`\n${"-".repeat(80)}\n\n`);
}

/** What CHANGELOG.md says of this version. */
function notes() {
  const [, text] = readFileSync(path.join(root, "CHANGELOG.md"), "utf8").split(`\n## ${version}`);
  if (!text) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return `# Public Access for Matomo ${version}${text.split("\n## ")[0]}`;
}

function sumOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function filesIn(place) {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function sizeOf(place) {
  return filesIn(place).reduce((sum, file) => sum + statSync(file).size, 0);
}
