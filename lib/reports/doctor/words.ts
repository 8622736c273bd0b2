import { createTranslator } from "use-intl/core";
import { type Language, messagesIn } from "@/messages/catalogue";
import type { Args, Line, SaidLine, SaidSection, Section } from "./schema";

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

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

type Span = { value: number; unit: "minute" | "hour" | "day" };

/** How long ago something was, in words of `locale`: `42 minutes ago`, `5 hours ago`, `3 days ago`. Never too long. */
function agoLabel(minutes: number, locale: string): string {
  const { value, unit } = spanOf(minutes);
  const numeric = value === 0 ? "auto" : "always";
  return new Intl.RelativeTimeFormat(locale, { numeric }).format(-value, unit);
}

/** A length in words of `locale`: `15 minutes`, `3 hours`, `2 days`. What is not whole in a unit stays in the smaller. */
function lengthLabel(minutes: number, locale: string): string {
  const unit = minutes % DAY_MINUTES === 0 ? "day" : minutes % HOUR_MINUTES === 0 ? "hour" : "minute";
  const value = minutes / { day: DAY_MINUTES, hour: HOUR_MINUTES, minute: 1 }[unit];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** In the largest unit of which there are at least two, so that at most a third is rounded away. */
function spanOf(minutes: number): Span {
  if (minutes >= 2 * DAY_MINUTES) return { value: Math.floor(minutes / DAY_MINUTES), unit: "day" };
  if (minutes >= 2 * HOUR_MINUTES) return { value: Math.floor(minutes / HOUR_MINUTES), unit: "hour" };
  return { value: Math.floor(minutes), unit: "minute" };
}
