/**
 * Characters that JSON leaves as they are and that a reader does not see, or sees as a new line or as another order of
 * words: DEL and C1 controls, marks and overrides of direction, U+2028 and U+2029, zero-width space, byte-order mark.
 */
const UNSEEN = /[\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** The same JSON with every such character written as `\uXXXX`. They can stand in its strings only, so it means the same. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
