import { describe, expect, it } from "vitest";
import { FALLBACK_LANGUAGE, languages, messagesIn } from "@/messages/catalogue";
import config from "@/next.config.js";

const others = languages().filter((language) => language !== FALLBACK_LANGUAGE);

describe("the page of last resort, which cannot know who reads it", () => {
  it("says in every language that some sites may be public, so that a new one needs no other file", () => {
    expect(JSON.parse(String(config.compiler?.define?.LAST_RESORT))).toEqual(
      others.map((language) => ({
        lang: language,
        dir: messagesIn(language).language.direction,
        words: messagesIn(language).layout.lastResort,
      })),
    );
  });
});
