import type { ReactNode } from "react";
import { MoreWords, WordsProvider } from "@/components/layout/words-provider";
import { instanceZone } from "@/lib/auth/language/instance-zone";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { compileWords } from "@/lib/platform/languages/compile-words";
import { type Messages, messagesIn } from "@/messages/catalogue";

type Room = Exclude<keyof Messages, "mails" | "language">;
/** What the frame around every page says, and what can come up on any page. */
const EVERYWHERE = ["ui", "layout", "auth", "block", "errors", "fields"] as const satisfies readonly Room[];

/** Gives every page the words that come up on any, in the language of the request. Once, around all of them. */
export async function SharedWords({ children }: { children: ReactNode }) {
  const messages = messagesIn(await requestLanguage());
  return (
    <WordsProvider
      locale={messages.language.formats}
      timeZone={await instanceZone()}
      messages={compiled(messages, EVERYWHERE)}
    >
      {children}
    </WordsProvider>
  );
}

/** Gives what is below it the words of these rooms, too. */
export async function PageWords({ rooms, children }: { rooms: readonly Room[]; children: ReactNode }) {
  return <MoreWords messages={compiled(messagesIn(await requestLanguage()), rooms)}>{children}</MoreWords>;
}

function compiled(messages: Messages, rooms: readonly Room[]) {
  return Object.fromEntries(rooms.map((room) => [room, compileWords(messages[room])]));
}
