// The databases of the tests live in memory where the machine has room: what they write is thrown away anyway, and a
// disk that has to be flushed is what most of their time went to.
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";

const MEMORY = "/dev/shm";
const ROOM_BYTES = 2 * 1024 ** 3;

/**
 * Makes a folder in memory the temporary folder (`TMPDIR`) of this process and of those that it starts, and removes it
 * at the end. Leaves it as it is when it already is one, and where memory cannot be used so or has less than 2 GiB free.
 */
export function keepInMemory() {
  if (process.env.TMPDIR?.startsWith(MEMORY) || !existsSync(MEMORY)) return;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ROOM_BYTES) return;
  const all = path.join(MEMORY, `public-access-tests-${process.getuid?.() ?? 0}`);
  mkdirSync(all, { recursive: true });
  for (const name of readdirSync(all)) if (!isRunning(Number(name))) remove(path.join(all, name));
  const own = path.join(all, String(process.pid));
  mkdirSync(own, { recursive: true });
  process.env.TMPDIR = own;
  process.once("exit", () => remove(own));
}

/** A run that was killed leaves its folder to the next. */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}
