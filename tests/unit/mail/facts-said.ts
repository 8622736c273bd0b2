import type { MailFacts } from "@/lib/ledger/facts/mail-schema";
import { messagesIn } from "@/messages/catalogue";

/** Said in sentences, which have tests of their own. */
const IN_WORDS = [
  "kind",
  "exposure",
  "channel",
  "setting",
  "links",
  "link",
  "cause",
  "what",
  "state",
  "finding",
  "phase",
  "why",
  "because",
  "type",
  "seen",
  "ways",
  "more",
  "right",
  "was",
];
/** What the portal itself says in words of its own, which are the words of the facts in English alone. */
const IN_ENGLISH = ["cadence", "from", "to"];

type Path = { key: string; within: Record<string, unknown> };

function isInWords({ key, within }: Path, language: string): boolean {
  // One is called by its name instead of being counted.
  if (IN_WORDS.includes(key) || (key === "total" && within[key] === 1)) return true;
  // Arabic has a form of its own for one and for two: no digits.
  if (language === "ar" && key !== "id" && (within[key] === 1 || within[key] === 2)) return true;
  const isTyped = within.setting === "extra-recipients" || within.kind !== "setting-changed";
  return language !== "en" && IN_ENGLISH.includes(key) && (key === "cadence" || !isTyped);
}

/** Every fact as a mail in `language` says it: names as they are, days and moments in words. */
export function factsSaid(facts: MailFacts, language: string): string[] {
  const { formats } = messagesIn(language).language;
  const day = new Intl.DateTimeFormat(formats, { dateStyle: "long", timeZone: "UTC" });
  const clock = new Intl.DateTimeFormat(formats, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

  function printed(value: string): string {
    const [, date, time, zone] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) (.+)$/.exec(value) ?? [];
    if (date && time) return `${clock.format(new Date(`${date}T${time}Z`))} ${zone}`;
    return /^\d{4}-\d\d-\d\d$/.test(value) ? day.format(new Date(value)) : value;
  }

  function leaves(value: unknown): string[] {
    if (typeof value === "number") return [value.toLocaleString(formats)];
    if (typeof value === "string") return [printed(value).replace(/\s+/g, " ")];
    if (Array.isArray(value)) return value.flatMap(leaves);
    if (typeof value !== "object" || value === null) return [];
    const within: Record<string, unknown> = { ...value };
    // As somebody copies it into a command.
    if ("hash" in within) return [`${within.seq}:${within.hash}`];
    return Object.entries(within).flatMap(([key, inner]) =>
      isInWords({ key, within }, language) ? [] : leaves(inner),
    );
  }

  return leaves(facts);
}
