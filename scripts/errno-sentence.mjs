/** What the operating system said of a file, by its code. */
const FILE_PROBLEMS = {
  EACCES: (file) => `${file} cannot be opened: this account lacks the right.`,
  EPERM: (file) => `${file} cannot be opened: this account lacks the right.`,
  EEXIST: (file) => `${file} exists already, and nothing is overwritten. Name another file.`,
  EISDIR: (file) => `${file} is a folder. Name a file.`,
  ENOTDIR: (file) => `${file} cannot be opened: a part of the path is a file, not a folder.`,
  ENOENT: (file) => `${file} cannot be opened: it does not exist, or the folder does not.`,
  ENAMETOOLONG: (file) => `${file} cannot be opened: the name is too long.`,
  ELOOP: (file) => `${file} cannot be opened: its links lead in a circle.`,
  EROFS: (file) => `${file} cannot be written: the file system is read-only.`,
  ENOSPC: (file) => `${file} cannot be written: the disk is full.`,
  EDQUOT: (file) => `${file} cannot be written: this account's quota is used up.`,
  EFBIG: (file) => `${file} cannot be written: the file system holds no file of this size.`,
  EIO: (file) => `${file} cannot be read or written: the disk reports an error.`,
  EMFILE: (file) => `${file} cannot be opened: too many files are open.`,
  ENFILE: (file) => `${file} cannot be opened: too many files are open on this machine.`,
  EBUSY: (file) => `${file} cannot be opened: it is in use.`,
  ETXTBSY: (file) => `${file} cannot be written: it is in use.`,
};

/**
 * A failure about a file as a sentence for the operator; null for every other error.
 * @param {unknown} error
 * @param {string} [file] what the operator calls it, where that is not what the error names
 * @returns {string | null}
 */
export function errnoSentence(error, file) {
  if (!(error instanceof Error) || !("code" in error) || !Object.hasOwn(FILE_PROBLEMS, error.code)) return null;
  return FILE_PROBLEMS[error.code](file ?? error.path ?? "A file");
}
