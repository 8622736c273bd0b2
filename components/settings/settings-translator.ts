import type { useTranslations } from "use-intl";

/** Says a message of the room `settings`, in the language of whoever reads. */
export type SettingsTranslator = ReturnType<typeof useTranslations<"settings">>;
