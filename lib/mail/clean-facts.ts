import { type MailFacts, mailFactsSchema } from "@/lib/mail/schema";

/** Ends of lines and controls (Unicode Cc, Zl, Zp) become one space: a mail never gains a line by a name. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Marks and overrides of direction, zero-width space, byte-order mark, and the marks of the mails themselves. */
const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uE000-\uE002]/gu;

/** `value` as one line of visible text. Joiners stay: emoji and Persian need them. */
export function cleanText(value: string): string {
  return value.toWellFormed().replace(BREAKS, " ").replace(UNSEEN, "").trim();
}

/** The same facts with every string cleaned by `cleanText`. Throws `ZodError` if they are not facts at all. */
export function cleanFacts(facts: MailFacts): MailFacts {
  const clean = (_: string, value: unknown) => (typeof value === "string" ? cleanText(value) : value);
  return mailFactsSchema.parse(JSON.parse(JSON.stringify(facts, clean)));
}
