import { renderMail } from "@/lib/mail/render";
import type { MailFacts, RenderedMail } from "@/lib/mail/schema";

const rendered = new Map<MailFacts, Map<string, Promise<RenderedMail>>>();

/** The mail about one of the examples, rendered once for all tests of a file. */
export function mailOf(facts: MailFacts, language: string): Promise<RenderedMail> {
  const known = rendered.get(facts) ?? new Map<string, Promise<RenderedMail>>();
  rendered.set(facts, known);
  const mail = known.get(language) ?? renderMail(facts, language);
  known.set(language, mail);
  return mail;
}
