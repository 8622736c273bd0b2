import { type MailFacts, mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { visibleText } from "@/lib/platform/visible-text";

/** The marks of the mails themselves (lib/ledger/facts/mail-schema.ts, emails/mail-translator.ts). */
const OWN_MARKS = /[\uE000-\uE002]/g;

/** `value` as one line of visible text that holds none of the marks by which a mail is put together. */
export function cleanText(value: string): string {
  return visibleText(value.replace(OWN_MARKS, ""));
}

/** The same facts with every string cleaned by `cleanText`. Throws `ZodError` if they are not facts at all. */
export function cleanFacts(facts: MailFacts): MailFacts {
  const clean = (_: string, value: unknown) => (typeof value === "string" ? cleanText(value) : value);
  return mailFactsSchema.parse(JSON.parse(JSON.stringify(facts, clean)));
}
