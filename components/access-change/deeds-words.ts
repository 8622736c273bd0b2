import type { useTranslations } from "use-intl";

/** Says the words of the dialogs that change something. */
export type DeedsWords = ReturnType<typeof useTranslations<"deeds">>;
