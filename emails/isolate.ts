const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Wraps `value` in directional isolates where its direction could turn the words around it: if it is written from right
 * to left, and everything that stands among words written from right to left.
 */
export function isolate(value: string, around: string): string {
  return value !== "" && (around === "rtl" || RIGHT_TO_LEFT.test(value)) ? `\u2068${value}\u2069` : value;
}
