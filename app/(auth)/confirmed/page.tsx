import { stepUpWords } from "@/components/auth/next-auth-words";
import { NotifyOpener } from "@/components/auth/notify-opener";
import { MessagePage } from "@/components/layout/message-page";
import { serverWords } from "@/lib/auth/language/words";

export async function generateMetadata() {
  const say = await serverWords("auth");
  return { title: say("confirmed.title") };
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

/** Where the window of a step-up by single sign-on ends. It is closed at once, unless the browser forbids that. */
export default async function ConfirmedPage({ searchParams }: PageProps<"/confirmed">) {
  const query = await searchParams;
  const say = await serverWords("auth");
  const error = one(query.error);
  return (
    <MessagePage title={say(error === null ? "confirmed.done" : "confirmed.notDone")}>
      <NotifyOpener intent={one(query.intent) ?? ""} error={error} />
      <p>{error === null ? say("confirmed.doneMeaning") : stepUpWords(say, error)}</p>
      <p>{say("confirmed.goOn")}</p>
    </MessagePage>
  );
}
