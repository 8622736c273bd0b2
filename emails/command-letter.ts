import { type AcknowledgedProps, acknowledgedLetter } from "./acknowledged";
import { type BlockChangedProps, blockChangedLetter } from "./block-changed";
import { type ExtendedProps, extendedLetter } from "./extended";
import type { Letter } from "./letter";
import { type MadePrivateProps, madePrivateLetter } from "./made-private";
import { type MadePublicProps, madePublicLetter } from "./made-public";
import { type RowsMendedProps, rowsMendedLetter } from "./rows-mended";
import type { Say } from "./say";
import { type SettingChangedProps, settingChangedLetter } from "./setting-changed";

/** What one Super User did, by kind. */
export type CommandLetterProps =
  | ({ kind: "made-public" } & MadePublicProps)
  | ({ kind: "made-private" } & MadePrivateProps)
  | ({ kind: "extended" } & ExtendedProps)
  | ({ kind: "block-changed" } & BlockChangedProps)
  | ({ kind: "rows-mended" } & RowsMendedProps)
  | ({ kind: "acknowledged" } & AcknowledgedProps)
  | ({ kind: "setting-changed" } & SettingChangedProps);

/** The alert about one command: sent by itself, or as a part of a digest. */
export function commandLetter(command: CommandLetterProps, say: Say): Letter {
  switch (command.kind) {
    case "made-public":
      return madePublicLetter(command, say);
    case "made-private":
      return madePrivateLetter(command, say);
    case "extended":
      return extendedLetter(command, say);
    case "block-changed":
      return blockChangedLetter(command, say);
    case "rows-mended":
      return rowsMendedLetter(command, say);
    case "acknowledged":
      return acknowledgedLetter(command, say);
    case "setting-changed":
      return settingChangedLetter(command, say);
  }
}
