import type { useTranslations } from "use-intl";

/** Says a message of the room `deliveries`, in the language of whoever reads. */
export type DeliveriesTranslator = ReturnType<typeof useTranslations<"deliveries">>;
