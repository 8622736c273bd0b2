// Ends every server of a cluster and deletes its folder once whoever started it is gone, however that ended: its
// standard input closes then. Argument: the folder, in which each server has a folder with the number of its process.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const [folder = ""] = process.argv.slice(2);
process.stdin.resume();
// Ctrl-C reaches the whole group.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
process.stdin.once("close", async () => {
  for (const name of readdirSync(folder)) end(path.join(folder, name));
  await sleep(500);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.exit(0);
});

/** A number may be somebody else's by now: only what names the folder is ended. */
function end(place) {
  const file = path.join(place, "process");
  if (!existsSync(file)) return;
  const id = Number(readFileSync(file, "utf8"));
  const command = `/proc/${id}/cmdline`;
  if (existsSync(command) && readFileSync(command, "utf8").includes(place)) process.kill(-id, "SIGKILL");
}
