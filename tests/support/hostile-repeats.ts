/** What is repeated in texts that are made to be slow to go through, whatever the expression. */
const PIECES = [
  ..."a0A-._/@:=?&#;,\"'`!<>[({ ",
  ...["\t", "\r\n", "\u00e4", "\u{1f600}", "aA1", "-_", "a.", "a@", "%40", "..:", "\u202e"],
];

/**
 * Texts of `length` characters that repeat one piece and end with what fits nothing: general pieces, and those that
 * stand in the expression itself, so that each of its parts nearly fits, again and again.
 */
export function hostileRepeats(source: string, length: number): string[] {
  const words = source.match(/[A-Za-z0-9_\-@%=/. ]{2,}/g) ?? [];
  const own = words.flatMap((word) => [word, `?${word}`, `${word}-`]);
  return [...new Set([...PIECES, ...own])].map(
    (piece) => `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}\u0000`,
  );
}
