import { choiceLabel } from "@/components/events/setting-label";
import { spokenUrl } from "@/emails/letter";
import type { MailFacts } from "@/lib/ledger/facts/mail-schema";
import { isChoice, settingNames } from "@/lib/ledger/settings/terms";
import { messagesIn } from "@/messages/catalogue";
import { translatorOf } from "@/tests/support/translator-of";

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
  "cadence",
  // The date of the reminder says which it is.
  "periodLabel",
];
type Path = { key: string; within: Record<string, unknown> };

function isInWords({ key, within }: Path, language: string): boolean {
  if (IN_WORDS.includes(key) || (key === "total" && within[key] === 1)) return true;
  // Two are called by their names, and others counted beside them; of a digest, the subject counts the sites.
  if (
    (key === "total" && Array.isArray(within.sites)) ||
    (typeof within[key] === "number" && key === "sites" && "changes" in within)
  )
    return true;
  // Arabic has a form of its own for one and for two: no digits.
  if (language === "ar" && key !== "id" && (within[key] === 1 || within[key] === 2)) return true;
  return false;
}

/** Every fact as a mail in `language` says it: names as they are, days and moments in words. */
export function factsSaid(facts: MailFacts, language: string): string[] {
  const { formats } = messagesIn(language).language;
  const day = new Intl.DateTimeFormat(formats, { dateStyle: "medium", timeZone: "UTC" });

  const time = new Intl.DateTimeFormat(formats, { timeStyle: "short", timeZone: "UTC" });

  /** The mail's own moment by both clocks, an end by its last day, anything else by the clock of the instance. */
  function moment(key: string, utc: string, local: string): string[] {
    const [there = new Date(), here = new Date()] = [local, utc].map(
      (text) => new Date(`${text.slice(0, 10)}T${text.slice(11, 16)}Z`),
    );
    if (key !== "at" && time.format(there) === time.format(0)) return [day.format(there.getTime() - 1)];
    if (key !== "at") return [time.format(there)];
    const zone = /\(.+\)/.exec(local)?.[0];
    return [day.format(there), `${time.format(there)} ${zone}`, `${time.format(here)} UTC`];
  }

  /** A setting's value is said as the language calls it, what was typed as it was. */
  function inOwnWords(facts: Record<string, unknown>): Record<string, unknown> {
    const setting = settingNames.find((name) => name === facts.setting);
    if (setting === undefined || !isChoice(setting)) return facts;
    const said = (value: unknown) => choiceLabel(translatorOf("setting", language), setting, String(value));
    return { ...facts, from: said(facts.from), to: said(facts.to) };
  }

  function leaves(value: unknown, key = ""): string[] {
    if (typeof value === "number") return [value.toLocaleString(formats)];
    if (typeof value === "string") {
      if (key === "url") return [spokenUrl(value)];
      return [/^\d{4}-\d\d-\d\d$/.test(value) ? day.format(new Date(value)) : value.replace(/\s+/g, " ")];
    }
    // The changes of a digest were made within the minute that it names.
    if (Array.isArray(value)) return value.flatMap((one) => leaves(key === "changes" ? { ...one, at: null } : one));
    if (typeof value !== "object" || value === null) return [];
    const within: Record<string, unknown> = inOwnWords({ ...value });
    // As somebody copies it into a command.
    if ("hash" in within) return [`${within.seq}:${within.hash}`];
    if (typeof within.utc === "string" && typeof within.local === "string")
      return moment(key, within.utc, within.local);
    return Object.entries(within).flatMap(([name, inner]) =>
      // What belongs to a part of the mail has no clock of its own in UTC.
      isInWords({ key: name, within }, language) ? [] : leaves(inner, name === "at" && !("host" in within) ? "" : name),
    );
  }

  return leaves(facts);
}
