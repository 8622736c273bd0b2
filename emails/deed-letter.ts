import { type AcknowledgedProps, acknowledgedLetter } from "./acknowledged";
import { type ExtendedProps, extendedLetter } from "./extended";
import type { Letter } from "./letter";
import { type LockChangedProps, lockChangedLetter } from "./lock-changed";
import { type MadePrivateProps, madePrivateLetter } from "./made-private";
import { type MadePublicProps, madePublicLetter } from "./made-public";
import { type PauseChangedProps, pauseChangedLetter } from "./pause-changed";
import { type RowsMendedProps, rowsMendedLetter } from "./rows-mended";
import type { Say } from "./say";
import { type SettingChangedProps, settingChangedLetter } from "./setting-changed";

/** What one Super User did, by kind. */
export type DeedProps =
  | ({ kind: "made-public" } & MadePublicProps)
  | ({ kind: "made-private" } & MadePrivateProps)
  | ({ kind: "extended" } & ExtendedProps)
  | ({ kind: "lock-changed" } & LockChangedProps)
  | ({ kind: "pause-changed" } & PauseChangedProps)
  | ({ kind: "rows-mended" } & RowsMendedProps)
  | ({ kind: "acknowledged" } & AcknowledgedProps)
  | ({ kind: "setting-changed" } & SettingChangedProps);

/** The alert about one deed: sent by itself, or as a part of a digest. */
export function deedLetter(deed: DeedProps, say: Say): Letter {
  switch (deed.kind) {
    case "made-public":
      return madePublicLetter(deed, say);
    case "made-private":
      return madePrivateLetter(deed, say);
    case "extended":
      return extendedLetter(deed, say);
    case "lock-changed":
      return lockChangedLetter(deed, say);
    case "pause-changed":
      return pauseChangedLetter(deed, say);
    case "rows-mended":
      return rowsMendedLetter(deed, say);
    case "acknowledged":
      return acknowledgedLetter(deed, say);
    case "setting-changed":
      return settingChangedLetter(deed, say);
  }
}
