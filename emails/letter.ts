import type { Timestamp } from "./facts";
import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";
import type { ToneName } from "./theme";

/** What is not named here, and where it can be seen. */
export type More = { count: number; link: string };
export type FactRow = {
  label: string;
  lines: readonly Line[];
  more?: More | null;
  /** a digest says it of this change */
  isOfThisChange?: true;
};
export type SiteEntry = {
  id: number;
  name: string;
  url: string;
  link: string;
  /** what is wrong with it, in red */
  alarm?: Line;
  details: readonly Line[];
};
export type SiteList = { entries: readonly SiteEntry[]; more: More | null };
/** One change among many: what happened, to which sites (its headline counts the others), and what is known of it. */
export type ChangeEntry = { headline: Line; sites: readonly SiteEntry[]; rows: readonly FactRow[] };

/**
 * What a mail says, before it is HTML or text. Both are made from this one value, so that neither can hold a fact that
 * the other lacks. What a phone shows without scrolling comes first: what happened, what it means, one button.
 */
export type Letter = {
  subject: string;
  tone: ToneName;
  headline: Line;
  lead: readonly Line[];
  /** opens a page and changes nothing */
  button: { label: string; href: string };
  /** what else to do, or to know */
  notes: readonly Line[];
  /** the details, below a rule */
  sites?: SiteList;
  changes?: { entries: readonly ChangeEntry[]; more: More | null };
  rows: readonly FactRow[];
  /** a last line about the mail itself */
  aside?: { text: Line; link: { label: string; href: string } | null };
  at: Timestamp;
  host: string;
  /** whom it goes to; everybody (every Super User) unless it says otherwise */
  audience?: Audience;
};

type Audience = "everybody" | "oneself" | "beforeAndAfter" | "theOthers";

/**
 * How a letter is framed: the words of its language, what stands where the recipient is named, and the newest event of
 * the audit log when it was queued (mails of older versions do not say).
 */
export type Frame = { t: MailTranslator; recipient: string; log?: LogHead | undefined };

/** Number and the first 12 digits of the hash. */
export type LogHead = { seq: number; hash: string };

/** As `audit:verify --seen` takes it. */
const linkOf = ({ seq, hash }: LogHead) => `${seq}:${hash}`;

/** The small print: when it was in UTC, and how far the audit log was. */
export function smallPrint({ at }: Letter, { t, log }: Frame): Line {
  const utc = t.utc(at);
  return log === undefined ? [utc] : [`${utc} · `, ...t.line("frame.log", { link: { outside: linkOf(log) } })];
}

/** A site's own address as people say it. */
export const spokenUrl = (url: string) => url.replace(/^https:\/\//, "").replace(/\/$/, "");

/** What React Email's preview is given instead. */
export type PreviewFrame = { lang: string; recipient: string; log: LogHead };
