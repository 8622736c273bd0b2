import type { DeedsWords } from "./deeds-words";

/** `12 public sites become private now.` null: how many there are is not known. */
export function becomePrivateWords(say: DeedsWords, publicCount: number | null): string {
  return publicCount === null ? say("allBecomePrivate") : say("becomePrivate", { count: publicCount });
}
