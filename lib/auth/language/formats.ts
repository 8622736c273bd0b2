import { createFormatter } from "use-intl/core";
import { requestZone } from "@/lib/platform/languages/request-zone";
import { messagesIn } from "@/messages/catalogue";
import { requestLanguage } from "./request-language";

/** Dates, numbers and lists in the language and the zone of the request, for what is rendered on the server alone. */
export async function serverFormats() {
  const { language } = messagesIn(await requestLanguage());
  return createFormatter({ locale: language.formats, timeZone: await requestZone() });
}
