import { createTranslator } from "use-intl/core";
import { type Language, messagesIn } from "@/messages/catalogue";
import type { Args, Line, SaidLine, SaidSection, Section } from "./schema";
import { agoLabel, lengthLabel } from "./spans";

/** What was found, in words of `language`. */
export function sectionsInWords(sections: readonly Section[], language: Language): SaidSection[] {
  const t = wordsOf(language);
  return sections.map(({ group, lines }) => ({
    group,
    title: t(`group.${group}`),
    lines: lines.map((line) => lineInWords(line, language)),
  }));
}

/** One line in words of `language`: what, what was found, what to do. */
export function lineInWords({ check, verdict, code, args }: Line, language: Language): SaidLine {
  const t = wordsOf(language);
  const todo = todoOf(code, language);
  const { direction, formats } = messagesIn(language).language;
  const timed = withSpans(args, formats);
  const named = direction === "rtl" ? isolated(timed) : timed;
  return {
    check,
    verdict,
    what: t(`what.${check}`, named),
    is: t(`is.${code}`, named),
    todo: todo && t(`todo.${todo}`, named),
  };
}

/** A line as sentences, for logs and terminals: of what, what was found, and what to do. */
export function sentencesOf({ what, is, todo }: SaidLine): string {
  const found = is.startsWith(what) ? is : `${what}: ${is}`;
  return todo === null ? found : `${found} ${todo}`;
}

function wordsOf(language: Language) {
  const messages = messagesIn(language);
  return createTranslator({ locale: messages.language.formats, messages, namespace: "doctor" });
}

/** `minutes` since something happened are told as `ago`; lengths are told in the unit that people would use. */
function withSpans({ minutes, ...args }: Args, locale: string): Args {
  const lengths = ["limit", "interval", "allowed"].flatMap((name) => {
    const length = args[name];
    return typeof length === "number" ? [[name, lengthLabel(length, locale)]] : [];
  });
  const ago = typeof minutes === "number" ? { ago: agoLabel(minutes, locale) } : {};
  return { ...args, ...ago, ...Object.fromEntries(lengths) };
}

/** Names of tables, statements and variables keep their own direction. `reason` and `why` are no names: the words choose by them. */
function isolated(args: Args): Args {
  const isName = (key: string, value: string | number): value is string =>
    typeof value === "string" && key !== "reason" && key !== "why";
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [key, isName(key, value) ? `\u2068${value}\u2069` : value]),
  );
}

/** What helps against several things alike. */
const SAME_TODO: Partial<Record<Line["code"], Line["code"]>> = {
  canaryMissing: "canaryNone",
  canaryOpen: "readableOpen",
  jobNever: "jobLate",
  mailsWait: "jobLate",
};

/** Where nothing is to be done there are no words for it. */
function todoOf(found: Line["code"], language: Language) {
  const { todo } = messagesIn(language).doctor;
  const code = SAME_TODO[found] ?? found;
  const has = (key: Line["code"]): key is Line["code"] & keyof typeof todo => key in todo;
  return has(code) ? code : null;
}
