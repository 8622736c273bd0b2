import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { FALLBACK_LANGUAGE, languages, messagesIn, spoken } from "@/messages/catalogue";
import { namedInCode } from "@/tests/support/said-in-code";

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

/** What a message is given: `{name}` and `<link>`. */
function holes(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...holes(element.children)];
    const inside =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap((option) => holes(option.value))
        : [];
    return [`{${element.value}}`, ...inside];
  });
}

const english = new Map(leaves(messagesIn(FALLBACK_LANGUAGE)));

describe.each(languages())("the words in %s", (language) => {
  const words = new Map(leaves(messagesIn(language)));

  it("are there for everything that English says, and for nothing else", () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...words].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("take exactly what the English ones take: a name, a number or a link that went missing is a lie", () => {
    for (const [key, text] of english) {
      const takes = (message: string) => [...new Set(holes(parse(message)))].sort();
      expect({ key, takes: takes(words.get(key) ?? "") }).toEqual({ key, takes: takes(text) });
    }
  });

  it("call the button “Reduce to view” in mails what it is called on the page", () => {
    const name = words.get("findings.actions.reduce") ?? "";
    for (const [key, text] of english) {
      if (!key.startsWith("mails.") || !text.includes("“Reduce to view”")) continue;
      expect({ key, names: words.get(key)?.includes(name) }).toEqual({ key, names: true });
    }
  });

  it("name a form for each number that the language tells apart", () => {
    const needed = new Intl.PluralRules(messagesIn(language).language.formats).resolvedOptions().pluralCategories;
    const lacking = [...words].flatMap(([key, text]) =>
      pluralsOf(parse(text))
        .filter((forms) => !enough(forms, needed))
        .map(() => key),
    );
    expect(lacking).toEqual([]);
  });
});

describe("the words", () => {
  it("are all named somewhere in the code: what nobody reads, nobody has to translate", () => {
    const isNamed = namedInCode();
    expect([...english.keys()].filter((key) => !isNamed(key))).toEqual([]);
    expect(isNamed("fields.passwordTooLong")).toBe(false);
    expect(isNamed("activity.exposure.region")).toBe(false);
  });
});

/** French and Spanish tell millions apart, which no sentence here counts to; Arabic needs all six. */
function enough(forms: string[], needed: string[]): boolean {
  return needed.filter((form) => !(form === "many" && needed.length === 3)).every((form) => forms.includes(form));
}

function pluralsOf(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element): string[][] => {
    if (element.type === TYPE.tag) return pluralsOf(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inside = Object.values(element.options).flatMap((option) => pluralsOf(option.value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inside] : inside;
  });
}

describe("a wish for a language", () => {
  it.each([
    ["de", "de"],
    ["es-ar", "es"],
    ["de-CH", "de"],
    ["FR", "fr"],
    ["pt_BR", null],
    ["ja", null],
    ["", null],
    [null, null],
  ])("%s is answered in %s", (wish, language) => {
    expect(spoken(wish)).toBe(language);
  });
});
