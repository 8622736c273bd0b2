import { createFormatter } from "use-intl/core";
import { messagesIn } from "@/messages/catalogue";
import { requestLanguage } from "./request-language";
import { requestZone } from "./request-zone";

/** Dates, numbers and lists in the language and the zone of the request, for what is rendered on the server alone. */
export async function serverFormats() {
  const { language } = messagesIn(await requestLanguage());
  return createFormatter({ locale: language.formats, timeZone: await requestZone() });
}
