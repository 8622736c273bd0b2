import type { Sites } from "./facts";
import type { Line } from "./line";
import type { MailKey } from "./mail-translator";
import type { ToneName } from "./theme";

export type FindingKind = keyof typeof FINDING_ROOM;

/** Under which name each kind has its words: in `findingNames`, and as a room of `findings`. */
export const FINDING_ROOM = {
  "canary-readable": "canaryReadable",
  "readable-though-private": "readableThoughPrivate",
  "public-outside": "publicOutside",
  writable: "writable",
  "other-spelling": "otherSpelling",
  "duplicate-rows": "duplicateRows",
  "null-access": "nullAccess",
  "unclear-access": "unclearAccess",
  "orphan-rows": "orphanRows",
  "anonymous-missing": "anonymousMissing",
  "anonymous-renamed": "anonymousRenamed",
  "anonymous-can-sign-in": "anonymousCanSignIn",
  "anonymous-super-user": "anonymousSuperUser",
} as const;

/** found; worse: it was known and changed; mended: it is gone. */
export type Phase = "found" | "worse" | "mended";

/** What exactly was seen: so many rows, ways to sign in, or values from the database and how many more there are. */
export type Seen =
  | { type: "rows"; count: number }
  | { type: "ways"; ways: readonly ("password" | "second-factor" | "invitation")[] }
  | { type: "texts"; texts: string; more: number };

/** How a kind is written: its colour, and what to do while it is so. */
export type FindingShape = {
  tone: ToneName;
  /** Matomo is open or broken for everybody, or a site can be changed by anybody */
  isUrgent?: boolean;
  steps: readonly MailKey[];
};

export type FindingWords = Pick<FindingShape, "tone" | "isUrgent"> & {
  subject: string;
  headline: Line;
  /** what it means */
  meaning: readonly Line[];
  steps: readonly Line[];
  /** what holds once it is gone */
  mended: Line;
};

/** Which finding, and about which sites. */
export type FindingFacts = Sites & { host: string; finding: FindingKind; phase: Phase };
