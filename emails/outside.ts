import { charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";

/** What a person typed, as a piece of a sentence that is set apart from our own words. */
export function outside(text: TypedText): { outside: string } {
  return { outside: charactersOf(text) };
}
