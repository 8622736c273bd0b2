import type { Line } from "./letter";
import type { ToneName } from "./theme";

export type FindingKind =
  | "public-outside"
  | "writable"
  | "other-spelling"
  | "duplicate-rows"
  | "null-access"
  | "unclear-access"
  | "orphan-rows"
  | AnonymousFindingKind;

/** About Matomo's user `anonymous` itself, not about a site. */
export type AnonymousFindingKind =
  | "anonymous-missing"
  | "anonymous-renamed"
  | "anonymous-can-sign-in"
  | "anonymous-super-user";

/** found; worse: it was known and changed; mended: it is gone. */
export type Phase = "found" | "worse" | "mended";

export type FindingWords = {
  /** two or three words: "Public and writable" */
  name: string;
  tone: ToneName;
  /** Matomo is open or broken for everybody, or a site can be changed by anybody */
  isUrgent?: boolean;
  /** begins the subject; ends before the site, or before "on …" when it is about the user `anonymous` */
  subject: Record<Phase, string>;
  /** goes on after the site or the number of sites, or is a whole sentence */
  headline: Record<Phase, string>;
  /** the headline is about Matomo as a whole and names no site */
  isAboutMatomo?: boolean;
  /** what it is and what it means */
  meaning: readonly Line[];
  /** what to do while it is so */
  steps: readonly Line[];
  /** what holds once it is gone */
  mended: Line;
  /** stands beside a site, around what was seen there: "Public and writable: admin" */
  seen: string;
};
