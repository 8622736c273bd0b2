/** Ends of lines and controls (Unicode Cc, Zl, Zp) become one space: a name never gains a line. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Marks, overrides and isolates of direction, zero-width space, word joiner, byte-order mark. */
const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * `value` as one line in which nothing unseen turns its order or hides: `invoice\u202Efdp.exe` reads as it is stored.
 * Joiners stay: emoji and Persian need them.
 */
export function visibleText(value: string): string {
  return value.toWellFormed().replace(BREAKS, " ").replace(UNSEEN, "").trim();
}

/** At most `max` UTF-16 units of `value`, and never half a character at the end. */
export function cutText(value: string, max: number): string {
  return value.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");
}
