/**
 * Joins class names. Two for one property are not told apart: the stylesheet's order decides, not the order here. What a
 * component may be asked to look like is a variant of it, never a class against its own.
 */
export function cn(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
