import { createFormatter, createTranslator } from "use-intl/core";
import { type Language, type Messages, messagesIn } from "@/messages/catalogue";

/** Says the messages of one room, as a component does that has them from its page. */
export function translatorOf<Room extends keyof Messages>(room: Room, language: Language = "en") {
  const messages = messagesIn(language);
  return createTranslator({ locale: messages.language.formats, messages, namespace: room });
}

/** Dates and numbers as a component prints them, in UTC. */
export function formatterOf(language: Language = "en") {
  return createFormatter({ locale: messagesIn(language).language.formats, timeZone: "UTC" });
}
