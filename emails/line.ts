/** A piece of a sentence: our own words, or words from outside (names, reasons) that are set apart from ours. */
export type Run = string | { outside: string };
export type Line = readonly Run[];

/** The words of a line, without what sets them apart. */
export const plain = (line: Line) => spelled(line, (outside) => outside);

/** The words of a line, with what is from outside as `write` sets it apart. */
export const spelled = (line: Line, write: (outside: string) => string) =>
  line.map((run) => (typeof run === "string" ? run : write(run.outside))).join("");
