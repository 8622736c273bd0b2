import type { useTranslations } from "use-intl";

/** Says a message of the room `coreGap`, in the language of whoever reads. */
export type SayCoreGap = ReturnType<typeof useTranslations<"coreGap">>;
