import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Dialect } from "./client";

export type MigrationFile = { name: string; sql: string; checksum: string };

const FOLDERS: Record<Dialect, string> = {
  mysql: path.join(import.meta.dirname, "../../../prisma/migrations"),
  sqlite: path.join(import.meta.dirname, "../../../prisma/sqlite/migrations"),
};

/**
 * The portal's migrations in the order in which they are applied: one folder each, with a `migration.sql`.
 * The checksum is Prisma's: sha256 of the file as it is.
 */
export async function readMigrations(dialect: Dialect, folder = FOLDERS[dialect]): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(path.join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    }),
  );
}
