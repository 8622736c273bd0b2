import { isolate } from "@/emails/isolate";
import { cleanText } from "@/lib/mail/clean-facts";
import { RECIPIENT_MARK, type RenderedMail } from "@/lib/mail/schema";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escapeHtml = (value: string) => value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

function join(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/**
 * The mail with the logins that share this recipient's address put where the mark stands: "anna and anna.ops".
 * Pure: the same mail and logins give the same bytes. Throws if there is no login to name.
 */
export function addressTo(rendered: RenderedMail, logins: readonly string[]): RenderedMail {
  if (logins.length === 0) throw new Error("A mail is addressed to at least one login.");
  const names = logins.map(cleanText);
  const inHtml = join(names.map((name) => `<bdi>${escapeHtml(name)}</bdi>`));
  const inText = join(names.map(isolate));
  return {
    subject: rendered.subject,
    html: rendered.html.replaceAll(RECIPIENT_MARK, () => inHtml),
    text: rendered.text.replaceAll(RECIPIENT_MARK, () => inText),
  };
}
