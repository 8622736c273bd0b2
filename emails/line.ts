/** A piece of a sentence: our own words, or words from outside (names, reasons) that are set apart from ours. */
export type Run = string | { outside: string };
export type Line = readonly Run[];

/** The words of a line, without what sets them apart. */
export const plain = (line: Line) => line.map((run) => (typeof run === "string" ? run : run.outside)).join("");
