import { randomBytes } from "node:crypto";
import { accessSync, constants, createWriteStream, lstatSync } from "node:fs";
import { copyFile, link, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { errnoSentence } from "./errno-sentence.mjs";

/**
 * Writes `pieces` as a file that its owner alone may read. It gets its name when it is whole: what fails or is killed
 * half way leaves no file under it, and one that is there already is never overwritten.
 * @throws Error in words for the operator, and whatever `pieces` throws
 */
export async function writeNewFile(file: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const { dir, base } = path.parse(path.resolve(file));
  const draft = path.join(dir, `.${base}.${randomBytes(6).toString("hex")}.part`);
  try {
    refuse(file, dir);
    try {
      await pipeline(Readable.from(pieces), createWriteStream(draft, { flags: "wx", mode: 0o600 }));
      // A copy where the file system knows no links. Neither takes the place of what came meanwhile.
      await link(draft, file).catch(() => copyFile(draft, file, constants.COPYFILE_EXCL));
    } finally {
      await rm(draft, { force: true });
    }
  } catch (error) {
    const sentence = errnoSentence(error, file);
    throw sentence === null ? error : new Error(sentence, { cause: error });
  }
}

/** Before anything is read for it: a name that is taken, and a folder that is none or not to be written to. */
function refuse(file: string, folder: string): void {
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there) throw Object.assign(new Error(), { code: there.isDirectory() ? "EISDIR" : "EEXIST" });
  accessSync(`${folder}/.`, constants.W_OK);
}
