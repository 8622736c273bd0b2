import { spawnSync } from "node:child_process";
import path from "node:path";

/** Runs a program to its end. Throws what it said when it failed. @returns its standard output */
export function run(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    ...options,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}:\n${error?.message ?? `${stdout}${stderr}`}`);
  return stdout;
}

/** `folder` as a .tar.gz: the same files give the same bytes, whoever packs them, when and where (GNU tar). */
export function pack(folder, file, seconds) {
  const tar = `${file.slice(0, -".gz".length)}`;
  run("tar", [
    ...["--sort=name", `--mtime=@${seconds}`, "--owner=0", "--group=0", "--numeric-owner", "--mode=u=rwX,go=rX"],
    ...["--format=gnu", "-cf", tar, "-C", path.dirname(folder), path.basename(folder)],
  ]);
  run("gzip", ["-9nf", tar]);
}
