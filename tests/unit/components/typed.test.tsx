import { renderToStaticMarkup } from "react-dom/server";
import type { useTranslations } from "use-intl";
import { describe, expect, it } from "vitest";
import { Typed } from "@/components/ui/typed";
import type { MailTranslator } from "@/emails/mail-translator";
import { asTyped } from "@/lib/platform/typed-text-terms";

const reason = asTyped("\u202eevil <b>");

/** These do not run: what stands here is that the compiler refuses them. */
const refused = [
  // @ts-expect-error typed text among our own words
  () => <p>{reason}</p>,
  // @ts-expect-error typed text in a sentence
  (t: ReturnType<typeof useTranslations<"settings">>) => t.rich("lock.by", { reason }),
  // @ts-expect-error typed text in a text
  (): string => `because ${reason satisfies string}`,
  // @ts-expect-error typed text in a mail
  (t: MailTranslator) => t.line("reminder.reason", { reason }),
  // @ts-expect-error what anybody wrote, as if it had been judged
  () => <Typed>never judged</Typed>,
];

describe("typed text", () => {
  it("is shown apart from our own words, and as text", () => {
    expect(renderToStaticMarkup(<Typed className="italic">{reason}</Typed>)).toBe(
      '<bdi class="italic">\u202eevil &lt;b&gt;</bdi>',
    );
  });

  it("does not compile where it would be shown bare", () => {
    expect(refused).toHaveLength(5);
  });
});
