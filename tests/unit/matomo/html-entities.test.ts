import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMatomoText, encodeMatomoText } from "@/lib/matomo/html-entities";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("&", "<", ">", '"', "'", "amp", "lt", "quot", "#", "039", ";", "a") }),
);

describe("text as Matomo stores it", () => {
  it.each([
    ["A &amp; B", "A & B"],
    ["A &amp;amp; B", "A &amp; B"],
    ["&amp;lt;", "&lt;"],
    ["&amp;#039;", "&#039;"],
    ["&lt;img onerror=&quot;x&quot;&gt;", '<img onerror="x">'],
    ["Ada&#039;s", "Ada's"],
    ["Ada&#39;s", "Ada's"],
    ["&amp;&lt;&gt;&quot;&#039;", "&<>\"'"],
  ])("%s is decoded exactly once, to %s", (stored, written) => {
    expect(decodeMatomoText(stored)).toBe(written);
  });

  it.each(["&copy;", "&nbsp;", "&#8364;", "&#x27;", "&apos;", "&AMP;", "&amp", "& amp;", "&#0039;", "&", "AT&T", ""])(
    "%j is none of the five that Matomo writes and stays as it is",
    (stored) => {
      expect(decodeMatomoText(stored)).toBe(stored);
    },
  );

  it("gives back what people wrote, whatever they wrote, entities too", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(decodeMatomoText(encodeMatomoText(written))).toBe(written);
      }),
    );
  });

  it("holds no markup and no quote, so that a search term matches what is stored", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(encodeMatomoText(written)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#039);)/);
      }),
    );
    expect(encodeMatomoText('Ada\'s <A & B> "shop"')).toBe("Ada&#039;s &lt;A &amp; B&gt; &quot;shop&quot;");
  });
});
