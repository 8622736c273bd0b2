import { type AcknowledgedProps, acknowledgedLetter } from "./acknowledged";
import { type BlockChangedProps, blockChangedLetter } from "./block-changed";
import { type ExtendedProps, extendedLetter } from "./extended";
import type { Letter } from "./letter";
import { type MadePrivateProps, madePrivateLetter } from "./made-private";
import { type MadePublicProps, madePublicLetter } from "./made-public";
import type { MailTranslator } from "./mail-translator";
import { type RowsMendedProps, rowsMendedLetter } from "./rows-mended";
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
export function commandLetter(command: CommandLetterProps, t: MailTranslator): Letter {
  switch (command.kind) {
    case "made-public":
      return madePublicLetter(command, t);
    case "made-private":
      return madePrivateLetter(command, t);
    case "extended":
      return extendedLetter(command, t);
    case "block-changed":
      return blockChangedLetter(command, t);
    case "rows-mended":
      return rowsMendedLetter(command, t);
    case "acknowledged":
      return acknowledgedLetter(command, t);
    case "setting-changed":
      return settingChangedLetter(command, t);
  }
}
