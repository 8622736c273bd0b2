import path from "node:path";
import { build } from "vite";
import { root } from "./ensure-installed.mjs";

/** What the server has in its node_modules anyway: with native parts, or too big to be there twice. */
const BESIDE = [/^@node-rs\//, /^@prisma\/(adapter|client)/, /^@libsql\//, "mariadb", "pino", "prettier"];

/** Where a module stood among the sources, as seen from the folder of the bundle: `server/commands`. */
const asItStood = {
  name: "as-it-stood",
  transform(code, id) {
    const folder = path.relative(root, path.dirname(id));
    if (folder.startsWith("..") || folder.startsWith("node_modules")) return null;
    const stood = `(import.meta.dirname + ${JSON.stringify(`/../${folder}`)})`;
    const home = '(import.meta.dirname + "/..")';
    const moved = code.replaceAll("import.meta.dirname", stood).replaceAll("process.cwd()", home);
    return moved === code ? null : { code: moved, map: null };
  },
};

/** Makes of scripts/public-access.mjs and all it loads plain JavaScript in `folder`: no tsx and no package of development. */
export async function bundleCommands(folder) {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    resolve: { alias: { "@": root } },
    ssr: { noExternal: true },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    plugins: [asItStood],
    build: {
      ssr: path.join(root, "scripts/public-access.mjs"),
      outDir: folder,
      emptyOutDir: true,
      target: "node20",
      copyPublicDir: false,
      rolldownOptions: {
        external: BESIDE,
        output: { entryFileNames: "public-access.js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
}
