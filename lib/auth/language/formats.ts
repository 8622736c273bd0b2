import { createFormatter } from "use-intl/core";
import { INTL_FORMATTERS } from "@/lib/platform/languages/intl-formatters";
import { messagesIn } from "@/messages/catalogue";
import { instanceZone } from "./instance-zone";
import { requestLanguage } from "./request-language";

/** Dates, numbers and lists in the language of the request and the zone of the instance, for what is rendered on the server alone. */
export async function serverFormats() {
  const { language } = messagesIn(await requestLanguage());
  return createFormatter({ ...INTL_FORMATTERS, locale: language.formats, timeZone: await instanceZone() });
}
