import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "vite";

const ROOT = path.join(import.meta.dirname, "../..");

/**
 * Compiles a program of tests/support, or of another `folder`, once, so that it can be started often: a process that
 * compiles for itself takes twice as long. The caller removes it.
 */
export async function compileProgram(
  name: string,
  folder = "tests/support",
): Promise<{ file: string; remove: () => void }> {
  // Below the project's folder, where Node finds its packages.
  const outDir = path.join(ROOT, "node_modules", `.program-${randomBytes(4).toString("hex")}`);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    resolve: { alias: { "@": ROOT } },
    build: { ssr: `${folder}/${name}.ts`, outDir, copyPublicDir: false },
  });
  return { file: path.join(outDir, `${name}.js`), remove: () => rmSync(outDir, { recursive: true, force: true }) };
}
