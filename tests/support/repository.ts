import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");

/** Made by builds and runs, not written: what stands there nobody reads. */
const MADE = new Set(["node_modules", "generated", "shots", "test-results", "playwright-report", "dist"]);
const TEXT = /\.(tsx?|mjs|js|css|md|sql|prisma|sh|ya?ml|conf|service|timer|example)$|^(Docker|Caddy)file$/;

/** Every text file that people write here, by its path from the root. */
export function writtenFiles(): Map<string, string> {
  return new Map(pathsIn("").map((file) => [file, readFileSync(path.join(root, file), "utf8")]));
}

function pathsIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if ((entry.name.startsWith(".") && entry.name !== ".env.example") || MADE.has(entry.name)) return [];
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? pathsIn(file) : TEXT.test(entry.name) ? [file] : [];
  });
}
