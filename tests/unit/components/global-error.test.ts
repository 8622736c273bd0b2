import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FALLBACK_LANGUAGE, languages, messagesIn } from "@/messages/catalogue";

const page = readFileSync("app/global-error.tsx", "utf8");

describe("the page of last resort, which cannot know who reads it", () => {
  it.each(languages().filter((language) => language !== FALLBACK_LANGUAGE))(
    "says in %s too that some sites may be public",
    (language) => {
      const { direction } = messagesIn(language).language;
      expect(page).toMatch(new RegExp(`lang: "${language}",\\s+dir: "${direction}",\\s+words:\\s+"`));
    },
  );
});
