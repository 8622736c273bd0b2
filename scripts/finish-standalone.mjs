// After `next build`: puts beside the standalone server what Next leaves out, and looks whether the native packages
// that are loaded at run time were traced. A server without them would start and fail at the first query.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const standalone = path.join(root, ".next/standalone");

if (!existsSync(path.join(standalone, "server.js"))) {
  console.error('No .next/standalone/server.js: `next build` must run first, with output: "standalone".');
  process.exit(1);
}

cpSync(path.join(root, ".next/static"), path.join(standalone, ".next/static"), { recursive: true });
const publicFolder = path.join(root, "public");
if (existsSync(publicFolder)) cpSync(publicFolder, path.join(standalone, "public"), { recursive: true });

// Next copies .env files along. Secrets are no part of a build: `npm start` reads .env when it starts.
for (const name of readdirSync(standalone)) {
  if (name.startsWith(".env")) rmSync(path.join(standalone, name));
}

// What Next brings along and this server never loads: no picture is made smaller, no font is measured,
// no package is tested.
for (const name of [
  ...["sharp", "@img", "next/dist/server/capsize-font-metrics.json"],
  ...["sonic-boom/test", "thread-stream/test"],
]) {
  rmSync(path.join(standalone, "node_modules", name), { recursive: true, force: true });
}
// What the build noted for itself.
for (const name of readdirSync(standalone, { recursive: true })) {
  if (name.endsWith(".nft.json") || name.endsWith(".js.map")) rmSync(path.join(standalone, name));
}

/** Platform packages of `scope` that match `pattern` and are installed here, but not in the standalone server. */
function missing(scope, pattern) {
  const list = (base) => {
    const folder = path.join(base, "node_modules", scope);
    return existsSync(folder) ? readdirSync(folder).filter((name) => pattern.test(name)) : [];
  };
  const traced = new Set(list(standalone));
  return list(root)
    .filter((name) => !traced.has(name))
    .map((name) => `${scope}/${name}`);
}

// The native binding of libsql is named after the platform; npm installs all that could fit (gnu and musl).
for (const name of [...missing("@libsql", /^(darwin|linux|win32)-/), ...missing("@node-rs", /^(argon2|bcrypt)-/)]) {
  cpSync(path.join(root, "node_modules", name), path.join(standalone, "node_modules", name), { recursive: true });
  console.log(`standalone: added ${name}, which Next's tracing had missed.`);
}
for (const name of ["libsql", "@libsql/client", "@node-rs/argon2", "@node-rs/bcrypt", "mariadb"]) {
  if (!existsSync(path.join(standalone, "node_modules", name, "package.json"))) {
    console.error(`The standalone server lacks ${name}. See serverExternalPackages in next.config.js.`);
    process.exit(1);
  }
}
