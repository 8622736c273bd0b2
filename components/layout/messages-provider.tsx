"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { type Language, messagesIn } from "@/messages/catalogue";

type MessagesProviderProps = { language: Language; timeZone: string; children: ReactNode };

/** Around every page, on the server as in the browser: nothing of the messages is sent with a page. */
export function MessagesProvider({ language, timeZone, children }: MessagesProviderProps) {
  const messages = messagesIn(language);
  return (
    <IntlProvider locale={messages.language.formats} timeZone={timeZone} messages={messages}>
      {children}
    </IntlProvider>
  );
}
