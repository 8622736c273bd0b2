import { readdirSync, readFileSync } from "node:fs";
import vm from "node:vm";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import formatAtOnce from "use-intl/format-message";
import formatCompiled from "use-intl/format-message/format-only";
import { afterEach, describe, expect, it, vi } from "vitest";
import formatMessage from "@/lib/platform/languages/format-message";
import { BROWSER_NAMESPACES, messagesScript } from "@/lib/platform/languages/messages-script";
import { languages, messagesIn } from "@/messages/catalogue";
import { messagesIn as messagesInBrowser } from "@/messages/catalogue-in-browser";

type Compiled = Parameters<typeof formatCompiled>[1];
type Values = NonNullable<Parameters<typeof formatCompiled>[2]>;

const COUNTS = [0, 1, 2, 3, 11, 100, 1_234];
const DATE = new Date("2026-11-25T12:00:00Z");

/** Each message at any depth, with its name. */
function leavesOf(words: object, at = ""): [string, unknown][] {
  return Object.entries(words).flatMap(([name, held]): [string, unknown][] =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? leavesOf(held, `${at}.${name}`)
      : [[`${at}.${name}`, held]],
  );
}

/** What the script gives a browser. */
function loadedBy(text: string) {
  const self: { __messages?: typeof globalThis.__messages } = {};
  vm.runInNewContext(text, { self });
  return self.__messages;
}

/** What the message takes, by name: a choice's options, or what kind of thing it prints. */
function takenBy(nodes: unknown, taken = new Map<string, string[] | "count" | "date" | "text" | "tag">()) {
  if (!Array.isArray(nodes)) return taken;
  for (const node of nodes) {
    if (!Array.isArray(node)) continue;
    const [name, kind, options] = node;
    if (kind === undefined) {
      if (!taken.has(name)) taken.set(name, "text");
    } else if (kind === 1) taken.set(name, Object.keys(options));
    else if (kind === 2 || kind === 3 || kind === 4) taken.set(name, "count");
    else if (kind === 5 || kind === 6) taken.set(name, "date");
    else {
      taken.set(name, "tag");
      takenBy(node.slice(1), taken);
    }
    if (kind === 1 || kind === 2 || kind === 3) {
      for (const option of Object.values(options)) takenBy(option, taken);
    }
  }
  return taken;
}

/** Values for everything the message takes; `turn` walks through counts and options. */
function valuesFor(compiled: unknown, turn: number): Values {
  const valued = [...takenBy(compiled)].map(([name, kind]) => {
    if (kind === "count") return [name, COUNTS[turn % COUNTS.length]];
    if (kind === "date") return [name, DATE];
    if (kind === "text") return [name, "Ada"];
    if (kind === "tag") return [name, (chunks: unknown) => `[${[chunks].flat().join("")}]`];
    return [name, kind[turn % kind.length]];
  });
  return Object.fromEntries(valued);
}

describe.each(languages())("the messages of %s", (language) => {
  const all = messagesIn(language);
  const messages = Object.fromEntries(BROWSER_NAMESPACES.map((namespace) => [namespace, all[namespace]]));
  const cache = _createCache();
  const formatters = _createIntlFormatters(cache);
  const options = { cache, formatters, locale: all.language.formats, timeZone: "UTC" };
  const raw = leavesOf(messages);
  const compiled = new Map(leavesOf(loadedBy(messagesScript(language)?.text ?? "")?.messages ?? {}));

  it("say the same compiled as they do when they are read at once, for every count and choice", () => {
    const text = (said: unknown) => [said].flat().join("");
    const differing = raw.flatMap(([name, message]) => {
      if (typeof message !== "string") return [];
      const short = compiled.get(name) as Compiled;
      return [...COUNTS.keys()].flatMap((turn) => {
        const values = valuesFor(short, turn);
        const expected = text(formatAtOnce(name, message, values, options));
        const inBrowser = text(formatCompiled(name, short, values, options));
        const onServer = text(formatMessage(name, message, values, options));
        return inBrowser === expected && onServer === expected ? [] : [{ name, expected, inBrowser, onServer }];
      });
    });
    expect(raw.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });

  it("are in a file whose name says language and content, and nothing else", () => {
    expect(messagesScript(language)?.file).toMatch(new RegExp(`^${language}\\.[0-9a-f]{16}\\.js$`));
    expect(loadedBy(messagesScript(language)?.text ?? "")?.language).toBe(language);
  });
});

it("sends the browser the namespaces that it asks for, and no other", () => {
  const asked = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/useTranslations\(\s*"(\w+)/g)]),
  );
  // The provider itself reads how the language writes dates and numbers.
  const namespaces = new Set(["language", ...asked.map(([, namespace]) => namespace)]);
  expect([...namespaces].sort()).toEqual([...BROWSER_NAMESPACES].sort());
});

describe("the messages in a browser", () => {
  const held = messagesIn("de");

  afterEach(() => vi.unstubAllGlobals());

  it("are those that the script brought, and without them the page breaks, so that it is said", () => {
    expect(() => messagesInBrowser("de")).toThrow();
    vi.stubGlobal("__messages", { language: "de", messages: held });
    expect(messagesInBrowser("de")).toBe(held);
  });

  it("come anew with the whole page once another language was chosen", () => {
    const reload = vi.fn();
    vi.stubGlobal("window", { location: { reload } });
    vi.stubGlobal("__messages", { language: "de", messages: held });
    messagesInBrowser("fr");
    expect(reload).toHaveBeenCalledOnce();
  });
});

it("knows no language without a file", () => {
  for (const name of ["", "xx", "../en", "constructor"]) expect(messagesScript(name)).toBeNull();
});
