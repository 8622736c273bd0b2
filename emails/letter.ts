import type { Line } from "./line";
import type { Say } from "./say";
import type { ToneName } from "./theme";

export type FactRow = {
  label: string;
  lines: readonly Line[];
  /** says who did it, which a digest says once for all changes */
  isAuthor?: true;
};
export type SiteEntry = {
  name: string;
  url: string;
  link: string;
  aside: string;
  /** what is wrong with it, in red */
  alarm?: Line;
  details: readonly Line[];
};
/** One change among many: what happened, to which sites, and what is known of it. */
export type ChangeEntry = {
  headline: Line;
  sites: readonly SiteEntry[];
  moreSites: number;
  rows: readonly FactRow[];
};

/** What is not named here, and where it can be seen. */
export type More = { count: number; link: string };

export type Block =
  | { type: "facts"; title: string; rows: readonly FactRow[] }
  | {
      type: "sites";
      title: string;
      columns: readonly [string, string];
      entries: readonly SiteEntry[];
      more: More | null;
    }
  | { type: "changes"; title: string; entries: readonly ChangeEntry[]; more: More | null }
  | { type: "button"; label: string; href: string }
  | { type: "list"; title: string; items: readonly Line[]; more?: More | null }
  | { type: "steps"; title: string; items: readonly Line[] };

/**
 * What a mail says, before it is HTML or text. Both are made from this one value, so that neither can hold a fact that
 * the other lacks.
 */
export type Letter = {
  subject: string;
  tone: ToneName;
  /** two or three words above the headline */
  label: string;
  headline: Line;
  lead: readonly Line[];
  blocks: readonly Block[];
  host: string;
  links: { publicAccess: string; activity: string };
  /** whom it goes to; everybody (every Super User) unless it says otherwise */
  audience?: Audience;
};

export type Audience = "everybody" | "youAlone" | "yourPassword" | "beforeAndAfter" | "theOthers";

/**
 * How a letter is framed: the words of its language, what stands where the recipient is named, and the newest event of
 * the audit log when it was queued (mails of older versions do not say).
 */
export type Frame = { say: Say; recipient: string; log?: LogHead | undefined };

/** Number and the first 12 digits of the hash. */
export type LogHead = { seq: number; hash: string };

/** As `audit:verify --seen` takes it. */
export const linkOf = ({ seq, hash }: LogHead) => `${seq}:${hash}`;

/** What React Email's preview is given instead. */
export type PreviewFrame = { lang: string; recipient: string; log: LogHead };
