import type { CommandFacts } from "@/lib/ledger/facts/mail-schema";
import { acknowledgedLetter } from "./acknowledged";
import { blockChangedLetter } from "./block-changed";
import { extendedLetter } from "./extended";
import type { Letter } from "./letter";
import { madePrivateLetter } from "./made-private";
import { madePublicLetter } from "./made-public";
import type { MailTranslator } from "./mail-translator";
import { rowsMendedLetter } from "./rows-mended";
import { settingChangedLetter } from "./setting-changed";

/** The alert about what one Super User did: sent by itself, or as a part of a digest. */
export function commandLetter(command: CommandFacts, t: MailTranslator): Letter {
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
