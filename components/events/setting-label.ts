import type { useTranslations } from "use-intl";
import type { ChoiceName } from "@/lib/ledger/settings/terms";

/** Says what settings are called, and their values, in the language of whoever reads. */
export type SettingTranslator = ReturnType<typeof useTranslations<"setting">>;

/** A value of a setting: `Private after 3 reminders`; in weeks or months where it is known how often those come. */
export function choiceLabel(t: SettingTranslator, setting: ChoiceName, value: string, unit = "reminders"): string {
  return t(`of.${setting}.value`, { value, count: Number(value) || 0, unit });
}
