import type { useFormatter, useTranslations } from "use-intl";
import type { SayFindings } from "@/components/findings/findings-words";

/** Says a message of the room `activity`, in the language of whoever reads. */
export type SayActivity = ReturnType<typeof useTranslations<"activity">>;

/** What everything here is said with, on the server as in the browser. */
export type ActivityWords = {
  say: SayActivity;
  format: Pick<ReturnType<typeof useFormatter>, "dateTime" | "dateTimeRange" | "list" | "number">;
};

/** What an event is said with: what was seen of a finding has its words in the room `findings`. */
export type EventWords = ActivityWords & { sayFindings: SayFindings };
