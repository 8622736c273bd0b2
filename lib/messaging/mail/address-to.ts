import { isolate } from "@/emails/line";
import { RECIPIENT_MARK, type RenderedMail } from "@/lib/ledger/facts/mail-schema";
import { FALLBACK_LANGUAGE, messagesIn, spoken } from "@/messages/catalogue";
import { cleanText } from "./clean-facts";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escapeHtml = (value: string) => value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/**
 * The mail with the logins that share this recipient's address put where the mark stands: "anna and anna.ops", as
 * `language` joins names. Pure: the same mail, logins and language give the same bytes. Throws if there is no login to
 * name.
 */
export function addressTo(rendered: RenderedMail, logins: readonly string[], language: string): RenderedMail {
  if (logins.length === 0) throw new Error("A mail is addressed to at least one login.");
  const { direction, formats } = messagesIn(spoken(language) ?? FALLBACK_LANGUAGE).language;
  const joined = (write: (name: string) => string) =>
    new Intl.ListFormat(formats).format(logins.map((login) => write(cleanText(login))));
  const inHtml = joined((name) => `<bdi>${escapeHtml(name)}</bdi>`);
  const inText = joined((name) => isolate(name, direction));
  return {
    subject: rendered.subject,
    html: rendered.html.replaceAll(RECIPIENT_MARK, () => inHtml),
    text: rendered.text.replaceAll(RECIPIENT_MARK, () => inText),
  };
}
