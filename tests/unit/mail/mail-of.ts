import type { MailFacts, RenderedMail } from "@/lib/ledger/facts/mail-schema";
import { renderMail } from "@/lib/messaging/mail/render";

const rendered = new Map<MailFacts, Map<string, Promise<RenderedMail>>>();

/** The mail about one of the examples, rendered once for all tests of a process. */
export function mailOf(facts: MailFacts, language: string): Promise<RenderedMail> {
  const known = rendered.get(facts) ?? new Map<string, Promise<RenderedMail>>();
  rendered.set(facts, known);
  const mail = known.get(language) ?? renderMail(facts, language);
  known.set(language, mail);
  return mail;
}
