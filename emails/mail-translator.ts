import { createTranslator } from "use-intl/core";
import type { FindingKind } from "@/lib/ledger/facts/finding-terms";
import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import { type Language, type Messages, messagesIn } from "@/messages/catalogue";
import type { Timestamp } from "./facts";
import { isolate, type Line, type Run, spelled } from "./line";

type Words = ReturnType<typeof translatorOf>;
export type MailKey = Parameters<Words["mails"]>[0];
/** A setting without words does not compile. */
type Setting = FactsOf<"setting-changed">["setting"];
type Outside = { outside: string };
/** A line is a part of a sentence that was put into words before. */
type Values = Record<string, string | number | Outside | Line>;

// Private-use characters: names and reasons are cleaned of them (lib/messaging/mail/clean-facts.ts).
const BEGIN = "\uE001";
const END = "\uE002";

const datesOf = new Map<string, Dates>();
const translators = new Map<Language, Words>();

/** The words of one language, for mails. The same facts give the same bytes. */
export class MailTranslator {
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
    return this.#words.mails(
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
      this.#words.mails(
        key,
        withOutside(values, (outside) => `${BEGIN}${outside}${END}`),
      ),
    );
  }

  /** What an issue means, or what to do about it: what the page says of it, too. */
  finding(kind: FindingKind, said: "meaning" | "remedy"): Line {
    return [this.#words.findings(`kinds.${kind}.${said}`)];
  }

  /** What a setting is called, as the page calls it. */
  setting(setting: Setting): string {
    return this.#words.setting(`of.${setting}.name`);
  }

  /** A value of a setting as the page says it; null for what somebody typed. */
  settingValue(setting: Setting, value: string): string | null {
    if (value === "") return this.#words.setting("empty");
    const key = `of.${setting}.value` as Parameters<Words["setting"]>[0];
    const values = { value, count: Number(value) || 0, unit: "reminders" };
    return this.#words.setting.has(key) ? this.#words.setting(key, values) : null;
  }

  /** `2026-11-23` as `23 Nov 2026`. What is no such day is printed as it is. */
  day(day: string): string {
    return /^\d{4}-\d\d-\d\d$/.test(day) ? dates(this.#formats).day.format(new Date(`${day}T00:00:00Z`)) : day;
  }

  /** The clock of the instance: `23 Nov 2026, 23:46 (Europe/Berlin)`. */
  moment({ local }: Timestamp): string {
    const { day, time, zone } = partsOf(local);
    if (!time) return local;
    return `${this.#clock(day, time)} ${zoned(zone)}`;
  }

  /** The same in UTC, with its day where that is another one. */
  utc({ utc, local }: Timestamp): string {
    const { day, time } = partsOf(utc);
    if (!time) return utc;
    return `${day === partsOf(local).day ? this.#time(time) : this.#clock(day, time)} UTC`;
  }

  /** `moment` beside `first`, which has named its day. */
  beside(first: Timestamp, moment: Timestamp): string {
    const { day, time } = partsOf(moment.local);
    return time && day === partsOf(first.local).day ? this.#time(time) : this.moment(moment);
  }

  /** `23 Nov 2026, 23:46 – 23:51 (Europe/Berlin)`. */
  between(from: Timestamp, to: Timestamp): string {
    const [first, last] = [partsOf(from.local), partsOf(to.local)];
    if (!first.time || !last.time) return `${from.local} – ${to.local}`;
    if (from.local === to.local) return this.moment(to);
    const end = first.day === last.day ? `${this.#time(last.time)} ${zoned(last.zone)}` : this.moment(to);
    return `${this.#clock(first.day, first.time)} – ${end}`;
  }

  /** The last day of what is over at `until`, which is the first moment of a day. */
  lastDay({ local }: Timestamp): string {
    const { day, time } = partsOf(local);
    // A day that loses its first hour to summer time begins at 01:00.
    if (!time || time > "01:00") return this.day(day);
    return dates(this.#formats).day.format(new Date(Date.parse(`${day}T00:00:00Z`) - 1));
  }

  #clock(day: string, time: string): string {
    return dates(this.#formats).moment.format(new Date(`${day}T${time}Z`));
  }

  #time(time: string): string {
    return dates(this.#formats).time.format(new Date(`1970-01-01T${time}Z`));
  }
}

const zoned = (zone: string) => (zone === "UTC" ? zone : `(${zone})`);

/** `2026-11-23 23:46 (Europe/Berlin)` in its parts; anything else is all day. */
function partsOf(moment: string): { day: string; time: string; zone: string } {
  const [, day = moment, time = "", zone = ""] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) \(?([^()]+)\)?$/.exec(moment) ?? [];
  return { day, time, zone };
}

type Dates = Record<"day" | "moment" | "time", Intl.DateTimeFormat>;

/** Kept, because one takes longer to make than a whole letter to write. */
function dates(formats: string): Dates {
  const known = datesOf.get(formats) ?? {
    day: new Intl.DateTimeFormat(formats, { dateStyle: "medium", timeZone: "UTC" }),
    moment: new Intl.DateTimeFormat(formats, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }),
    time: new Intl.DateTimeFormat(formats, { timeStyle: "short", timeZone: "UTC" }),
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
  const options = {
    locale: messages.language.formats,
    messages,
    onError: (error: Error) => {
      throw error;
    },
  };
  return {
    mails: createTranslator({ ...options, namespace: "mails" }),
    findings: createTranslator({ ...options, namespace: "findings" }),
    setting: createTranslator({ ...options, namespace: "setting" }),
  };
}

function withOutside(values: Values, write: (outside: string) => string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value !== "object" ? value : "outside" in value ? write(value.outside) : spelled(value, write),
    ]),
  );
}

function runsOf(text: string): Run[] {
  return text
    .split(new RegExp(`(${BEGIN}[^${BEGIN}${END}]*${END})`))
    .filter((part) => part !== "")
    .map((part) => (part.startsWith(BEGIN) ? { outside: part.slice(1, -1) } : part));
}
