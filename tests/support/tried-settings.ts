import { isChoice, type SavedName, SETTINGS, savedNames } from "@/lib/ledger/settings/terms";

/** Each setting, what it is before anybody chose, and another value. */
export const TRIED_SETTINGS: readonly { setting: SavedName; unset: string; other: string }[] = savedNames.map(
  (setting) => {
    const { unset } = SETTINGS[setting];
    const other = isChoice(setting) ? SETTINGS[setting].oneOf.find((value) => value !== unset) : "Typed by anna";
    return { setting, unset, other: other ?? unset };
  },
);
