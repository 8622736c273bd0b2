/** A piece of a sentence: our own words, or words from outside (names, reasons) that are set apart from ours. */
export type Run = string | { outside: string };
export type Line = readonly Run[];

/** The words of a line, without what sets them apart. */
export const plain = (line: Line) => spelled(line, (outside) => outside);

/** The words of a line, with what is from outside as `write` sets it apart. */
export const spelled = (line: Line, write: (outside: string) => string) =>
  line.map((run) => (typeof run === "string" ? run : write(run.outside))).join("");

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Wraps `value` in directional isolates where its direction could turn the words around it: if it is written from right
 * to left, and everything that stands among words written from right to left.
 */
export function isolate(value: string, around: string): string {
  return value !== "" && (around === "rtl" || RIGHT_TO_LEFT.test(value)) ? `\u2068${value}\u2069` : value;
}
