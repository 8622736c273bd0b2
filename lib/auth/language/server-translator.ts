import { createTranslator } from "use-intl/core";
import { INTL_FORMATTERS } from "@/lib/platform/languages/intl-formatters";
import { type Messages, messagesIn } from "@/messages/catalogue";
import { requestLanguage } from "./request-language";

/** The words of one room in the language of the request, for what is rendered on the server alone. */
export async function serverTranslator<Room extends keyof Messages>(room: Room) {
  const messages = messagesIn(await requestLanguage());
  return createTranslator({ ...INTL_FORMATTERS, locale: messages.language.formats, messages, namespace: room });
}

type Translator<Room extends keyof Messages> = Awaited<ReturnType<typeof serverTranslator<Room>>>;

/** What Next asks a page for its title with. */
export function titled<Room extends keyof Messages>(room: Room, title: (t: Translator<Room>) => string) {
  return async () => ({ title: title(await serverTranslator(room)) });
}
