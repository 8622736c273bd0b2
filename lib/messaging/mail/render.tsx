import { render } from "react-email";
import { baselineLetter } from "@/emails/baseline";
import { commandLetter } from "@/emails/command-letter";
import { LetterMail } from "@/emails/components/letter-mail";
import { digestLetter } from "@/emails/digest";
import { drillLetter } from "@/emails/drill";
import { endNearLetter } from "@/emails/end-near";
import { findingLetter } from "@/emails/finding";
import { lapseNearLetter } from "@/emails/lapse-near";
import type { Letter } from "@/emails/letter";
import { letterText } from "@/emails/letter-text";
import { logWentBackLetter } from "@/emails/log-went-back";
import { MailTranslator } from "@/emails/mail-translator";
import { passwordKnownLetter } from "@/emails/password-known";
import { privateOutsideLetter } from "@/emails/private-outside";
import { publicOutsideLetter } from "@/emails/public-outside";
import { reminderLetter } from "@/emails/reminder";
import { rosterChangedLetter } from "@/emails/roster-changed";
import { stepUpLockedLetter } from "@/emails/step-up-locked";
import { unreachableLetter } from "@/emails/unreachable";
import { type CommandFacts, type MailFacts, RECIPIENT_MARK, type RenderedMail } from "@/lib/ledger/facts/mail-schema";
import { FALLBACK_LANGUAGE, spoken } from "@/messages/catalogue";
import { cleanFacts } from "./clean-facts";

/** Gmail cuts a mail off at 102 KB; the rest is for the logins that share an address. */
const HTML_MAX_BYTES = 98_000;
/** What is tried until it fits. A digest names fewer sites of each change before it names fewer changes. */
const SHOWN: readonly Shown[] = [
  { entries: 50, sitesOfAChange: 3 },
  { entries: 50, sitesOfAChange: 1 },
  { entries: 30, sitesOfAChange: 1 },
  { entries: 20, sitesOfAChange: 1 },
  { entries: 10, sitesOfAChange: 1 },
  { entries: 5, sitesOfAChange: 1 },
];

/** How many sites, people or changes a mail names, and how many sites of each change of a digest. */
type Shown = { entries: number; sitesOfAChange: number };

/** What a mail says, by kind, before it is HTML or text. */
export function letterOf(facts: MailFacts, t: MailTranslator): Letter {
  switch (facts.kind) {
    case "digest":
      return digestLetter(facts, t);
    case "public-outside":
      return publicOutsideLetter(facts, t);
    case "private-outside":
      return privateOutsideLetter(facts, t);
    case "baseline":
      return baselineLetter(facts, t);
    case "finding":
      return findingLetter(facts, t);
    case "log-went-back":
      return logWentBackLetter(facts, t);
    case "roster-changed":
      return rosterChangedLetter(facts, t);
    case "end-near":
      return endNearLetter(facts, t);
    case "lapse-near":
      return lapseNearLetter(facts, t);
    case "unreachable":
      return unreachableLetter(facts, t);
    case "drill":
      return drillLetter(facts, t);
    case "password-known":
      return passwordKnownLetter(facts, t);
    case "step-up-locked":
      return stepUpLockedLetter(facts, t);
    case "reminder":
      return reminderLetter(facts, t);
    default:
      return commandLetter(facts, t);
  }
}

/** The same facts naming fewer sites, people or changes; the letter counts the others ("and 950 more"). */
function atMost(facts: MailFacts, { entries, sitesOfAChange }: Shown): MailFacts {
  switch (facts.kind) {
    case "digest":
      return {
        ...facts,
        changes: facts.changes.slice(0, entries).map((change) => namingSites(change, sitesOfAChange)),
      };
    case "roster-changed":
      return {
        ...facts,
        added: facts.added.slice(0, entries),
        removed: facts.removed.slice(0, entries),
        moved: facts.moved.slice(0, entries),
      };
    // Each of these says something of its own of a site.
    case "reminder":
      return { ...facts, sites: facts.sites.slice(0, entries) };
    case "finding":
      return { ...facts, sites: facts.sites.slice(0, entries), also: ofEach(facts.also, entries) };
    case "public-outside":
      return { ...facts, sites: facts.sites.slice(0, entries), also: ofEach(facts.also, entries) };
    case "end-near":
      return { ...facts, sites: facts.sites.slice(0, entries) };
    default:
      return "sites" in facts ? { ...facts, sites: facts.sites.slice(0, entries) } : facts;
  }
}

function ofEach<F extends { sites: readonly S[] }, S>(found: readonly F[], max: number) {
  return found.map((one) => ({ ...one, sites: one.sites.slice(0, max) }));
}

function namingSites(change: CommandFacts, max: number): CommandFacts {
  return "sites" in change ? { ...change, sites: change.sites.slice(0, max) } : change;
}

/**
 * The mail for `facts` in `language` (English if it is not spoken), the same bytes at every call. Strings from
 * outside are cleaned here and escaped by React. Fewer than 50 sites are named if 50 would not fit into 102 KB.
 */
export async function renderMail(facts: MailFacts, language: string): Promise<RenderedMail> {
  const clean = cleanFacts(facts);
  const t = new MailTranslator(spoken(language) ?? FALLBACK_LANGUAGE);
  const frame = { t, recipient: RECIPIENT_MARK, log: clean.log };
  let letter = letterOf(clean, t);
  let html = "";
  for (const shown of SHOWN) {
    letter = letterOf(atMost(clean, shown), t);
    html = await render(<LetterMail letter={letter} frame={frame} />);
    if (Buffer.byteLength(html) <= HTML_MAX_BYTES) break;
  }
  return { subject: fittingSubject(letter.subject), html, text: letterText(letter, frame) };
}

/** The column's length. Names from Matomo can be longer than core makes them. */
const SUBJECT_LENGTH = 500;

function fittingSubject(subject: string): string {
  const characters = [...subject];
  return characters.length > SUBJECT_LENGTH ? `${characters.slice(0, SUBJECT_LENGTH - 1).join("")}…` : subject;
}
