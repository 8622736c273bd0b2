// Generates the MySQL and the SQLite client from the one prisma/schema.prisma.
// Offline: `prisma generate` only insists that a schema-engine file exists; it never runs it. The variable that
// names a stand-in is set for this child process alone, because with it `prisma migrate` would lie.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const generated = path.join(root, "prisma/generated");
const stampFile = path.join(generated, "stamp");
const source = readFileSync(path.join(root, "prisma/schema.prisma"), "utf8");
const version = JSON.parse(readFileSync(path.join(root, "node_modules/@prisma/client/package.json"), "utf8")).version;
const stamp = createHash("sha256").update(source).update(version).digest("hex");

if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) process.exit(0);

/** The same models for SQLite: other provider and output, no native types, no index names. */
function sqliteSchema(mysql) {
  const derived = mysql
    .replace(/(output\s*=\s*)"[^"]*"/, '$1"../sqlite"')
    .replace(/(datasource db \{\s*provider\s*=\s*)"mysql"/, '$1"sqlite"')
    .replace(/ @db\.\w+(\([^)]*\))?/g, "")
    .replace(/(@@(?:index|unique)\([^()]*\]), map: "[^"]*"\)/g, "$1)");
  for (const expected of ['output   = "../sqlite"', 'provider = "sqlite"']) {
    if (!derived.includes(expected)) throw new Error(`prisma/schema.prisma: could not derive ${expected}`);
  }
  return derived;
}

function generate(schema) {
  const run = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/prisma/build/index.js"), "generate", "--schema", schema],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (run.status !== 0) {
    console.error(`prisma generate failed for ${schema}:\n${run.stdout}\n${run.stderr}`);
    process.exit(1);
  }
}

rmSync(generated, { recursive: true, force: true });
mkdirSync(path.join(generated, "schema"), { recursive: true });
const sqlite = path.join(generated, "schema/sqlite.prisma");
writeFileSync(sqlite, sqliteSchema(source));
generate(path.join(root, "prisma/schema.prisma"));
generate(sqlite);
writeFileSync(stampFile, stamp);
console.log("Prisma clients generated (MySQL and SQLite).");
