import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type en from "./en.json";

/** All words of one language. `en.json` is the pattern; `tests/unit/messages.test.ts` holds the others to it. */
export type Messages = typeof en;
/** The name of a file in this folder: a language as Matomo calls it (`de`, `pt-br`). */
export type Language = string;

export const FALLBACK_LANGUAGE: Language = "en";

const FOLDER = join(process.cwd(), "messages");
const known = new Map<Language, Messages>();

/** Every language there is a file for. Read once. */
export function languages(): Language[] {
  if (known.size === 0) {
    for (const file of readdirSync(FOLDER).sort()) {
      if (file.endsWith(".json")) known.set(file.slice(0, -".json".length), asMessages(file));
    }
  }
  return [...known.keys()];
}

/** The words of `language`, or English where there is no file for it. */
export function messagesIn(language: Language): Messages {
  languages();
  const messages = known.get(language) ?? known.get(FALLBACK_LANGUAGE);
  if (!messages) throw new Error(`${FOLDER} holds no ${FALLBACK_LANGUAGE}.json`);
  return messages;
}

/**
 * The spoken language nearest to a wish such as `es-ar`, `de-CH`, `pt-br` or the empty text (docs/matomo.md#people):
 * itself, else the language without its region; null when it is not spoken.
 */
export function spoken(wish: string | null): Language | null {
  const wanted = (wish ?? "").trim().toLowerCase();
  const base = wanted.split(/[-_]/)[0] ?? "";
  return (
    languages().find((language) => language === wanted) ?? languages().find((language) => language === base) ?? null
  );
}

/** The one cast: what a file says is not known to the compiler; the test compares its keys with English. */
function asMessages(file: string): Messages {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Messages;
}
