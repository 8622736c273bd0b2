import { createTranslator } from "use-intl/core";
import { type Language, type Messages, messagesIn } from "@/messages/catalogue";
import type { Moment } from "./facts";
import { isolate } from "./isolate";
import type { Line, Run } from "./line";

type Words = ReturnType<typeof translatorOf>;
export type MailKey = Parameters<Words>[0];
type Outside = { outside: string };
type Values = Record<string, string | number | Outside>;

// Private-use characters: names and reasons are cleaned of them (lib/messaging/mail/clean-facts.ts).
const BEGIN = "\uE001";
const END = "\uE002";

const datesOf = new Map<string, Dates>();
const translators = new Map<Language, Words>();

/** The words of one language, for mails. The same facts give the same bytes. */
export class Say {
  readonly direction: string;
  /** the side where lines begin, for programs that know no logical sides */
  readonly start: "left" | "right";
  readonly end: "left" | "right";
  readonly #formats: string;
  readonly #words: Words;

  constructor(readonly language: Language) {
    const messages = messagesIn(language);
    this.direction = messages.language.direction;
    this.start = this.direction === "rtl" ? "right" : "left";
    this.end = this.direction === "rtl" ? "left" : "right";
    this.#formats = messages.language.formats;
    this.#words = wordsOf(language, messages);
  }

  /** Room at the side where lines begin, or end. */
  padding(side: "start" | "end", px: number) {
    return this[side] === "left" ? { paddingLeft: `${px}px` } : { paddingRight: `${px}px` };
  }

  /** A text of our own words and of `values`, for subjects, titles and labels. */
  text(key: MailKey, values: Values = {}): string {
    return this.#words(
      key,
      withOutside(values, (outside) => this.apart(outside)),
    );
  }

  /** Words from outside, kept apart from ours where there is no `<bdi>`: in subjects and in the text part. */
  apart(outside: string): string {
    return isolate(outside, this.direction);
  }

  /** A sentence, in which `{ outside }` values stay apart from our own words. */
  line(key: MailKey, values: Values = {}): Line {
    return runsOf(
      this.#words(
        key,
        withOutside(values, (outside) => `${BEGIN}${outside}${END}`),
      ),
    );
  }

  /** `2026-11-23` as `23 November 2026`. What is no such day is printed as it is. */
  day(day: string): string {
    return /^\d{4}-\d\d-\d\d$/.test(day) ? dates(this.#formats).day.format(new Date(`${day}T00:00:00Z`)) : day;
  }

  /** Both clocks, UTC first; one line if they agree. */
  moment({ utc, local }: Moment): Line[] {
    const at = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC$/.exec(utc);
    const there = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) \((.+)\)$/.exec(local);
    if (!at || !there) return utc === local ? [[utc]] : [[utc], [local]];
    const first = this.#clock(`${at[1]}T${at[2]}Z`);
    const second = this.#clock(`${there[1]}T${there[2]}Z`);
    return there[3] === "UTC" ? [[`${first} UTC`]] : [[`${first} UTC`], [`${second} (${there[3]})`]];
  }

  #clock(iso: string): string {
    return dates(this.#formats).moment.format(new Date(iso));
  }
}

type Dates = { day: Intl.DateTimeFormat; moment: Intl.DateTimeFormat };

/** Kept, because one takes longer to make than a whole letter to write. */
function dates(formats: string): Dates {
  const known = datesOf.get(formats) ?? {
    day: new Intl.DateTimeFormat(formats, { dateStyle: "long", timeZone: "UTC" }),
    moment: new Intl.DateTimeFormat(formats, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }),
  };
  datesOf.set(formats, known);
  return known;
}

/** Kept, because it remembers the messages that it has read once. */
function wordsOf(language: Language, messages: Messages): Words {
  const words = translators.get(language) ?? translatorOf(messages);
  translators.set(language, words);
  return words;
}

function translatorOf(messages: Messages) {
  return createTranslator({
    locale: messages.language.formats,
    messages,
    namespace: "mails",
    onError: (error) => {
      throw error;
    },
  });
}

function withOutside(values: Values, written: (outside: string) => string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? written(value.outside) : value]),
  );
}

function runsOf(text: string): Run[] {
  return text
    .split(new RegExp(`(${BEGIN}[^${BEGIN}${END}]*${END})`))
    .filter((part) => part !== "")
    .map((part) => (part.startsWith(BEGIN) ? { outside: part.slice(1, -1) } : part));
}
