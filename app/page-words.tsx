import type { ReactNode } from "react";
import { WordsProvider } from "@/components/layout/words-provider";
import { instanceZone } from "@/lib/auth/language/instance-zone";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { compileWords } from "@/lib/platform/languages/compile-words";
import { type Messages, messagesIn } from "@/messages/catalogue";

type Room = Exclude<keyof Messages, "mails" | "language">;
/** What the frame around every page says, and what can come up on any page. */
const EVERYWHERE = ["ui", "layout", "auth", "block", "errors", "fields"] as const satisfies readonly Room[];

/** Gives what is below it the words of these rooms, in the language of the request. */
export async function PageWords({ rooms, children }: { rooms: readonly Room[]; children: ReactNode }) {
  const messages = messagesIn(await requestLanguage());
  const chosen = [...new Set([...EVERYWHERE, ...rooms])].map((room) => [room, compileWords(messages[room])]);
  return (
    <WordsProvider
      locale={messages.language.formats}
      timeZone={await instanceZone()}
      messages={Object.fromEntries(chosen)}
    >
      {children}
    </WordsProvider>
  );
}
