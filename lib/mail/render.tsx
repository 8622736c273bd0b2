import { render } from "react-email";
import { baselineLetter } from "@/emails/baseline";
import { LetterMail } from "@/emails/components/letter-mail";
import type { Letter } from "@/emails/letter";
import { letterText } from "@/emails/letter-text";
import { madePrivateLetter } from "@/emails/made-private";
import { madePublicLetter } from "@/emails/made-public";
import { privateOutsideLetter } from "@/emails/private-outside";
import { publicOutsideLetter } from "@/emails/public-outside";
import { reminderLetter } from "@/emails/reminder";
import { settingChangedLetter } from "@/emails/setting-changed";
import { stepUpLockedLetter } from "@/emails/step-up-locked";
import { cleanFacts } from "@/lib/mail/clean-facts";
import { type MailFacts, RECIPIENT_MARK, type RenderedMail } from "@/lib/mail/schema";

/** Gmail cuts a mail off at 102 KB; the rest is for the logins that share an address. */
const HTML_MAX_BYTES = 98_000;
const SITES_SHOWN = [50, 30, 20, 10, 5] as const;
const LANGUAGES = ["en"] as const;

function letterOf(facts: MailFacts): Letter {
  switch (facts.kind) {
    case "made-public":
      return madePublicLetter(facts);
    case "made-private":
      return madePrivateLetter(facts);
    case "public-outside":
      return publicOutsideLetter(facts);
    case "private-outside":
      return privateOutsideLetter(facts);
    case "baseline":
      return baselineLetter(facts);
    case "setting-changed":
      return settingChangedLetter(facts);
    case "step-up-locked":
      return stepUpLockedLetter(facts);
    case "reminder":
      return reminderLetter(facts);
  }
}

/** The same facts naming at most `max` sites; the letter counts the others ("and 950 more"). */
function withSites(facts: MailFacts, max: number): MailFacts {
  if (!("sites" in facts)) return facts;
  if (facts.kind === "reminder") return { ...facts, sites: facts.sites.slice(0, max) };
  return { ...facts, sites: facts.sites.slice(0, max) };
}

/**
 * The mail for `facts` in `language` (English if it is not spoken yet), the same bytes at every call. Strings from
 * outside are cleaned here and escaped by React. Fewer than 50 sites are named if 50 would not fit into 102 KB.
 */
export async function renderMail(facts: MailFacts, language: string): Promise<RenderedMail> {
  const clean = cleanFacts(facts);
  const frame = { lang: LANGUAGES.find((spoken) => spoken === language) ?? "en", recipient: RECIPIENT_MARK };
  let letter = letterOf(clean);
  let html = "";
  for (const shown of SITES_SHOWN) {
    letter = letterOf(withSites(clean, shown));
    html = await render(<LetterMail letter={letter} frame={frame} />);
    if (Buffer.byteLength(html) <= HTML_MAX_BYTES) break;
  }
  return { subject: letter.subject, html, text: letterText(letter, frame) };
}
