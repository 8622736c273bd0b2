import type { Metadata } from "next";
import { stepUpWords } from "@/components/auth/next-auth-words";
import { TellOpener } from "@/components/auth/tell-opener";
import { MessagePage } from "@/components/layout/message-page";

export const metadata: Metadata = { title: "Single sign-on" };

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

/** Where the window of a step-up by single sign-on ends. It is closed at once, unless the browser forbids that. */
export default async function ConfirmedPage({ searchParams }: PageProps<"/confirmed">) {
  const query = await searchParams;
  const error = one(query.error);
  return (
    <MessagePage title={error === null ? "That was you" : "Not confirmed"}>
      <TellOpener intent={one(query.intent) ?? ""} error={error} />
      <p>{error === null ? "Single sign-on is done." : stepUpWords(error)}</p>
      <p>Close this window and go on in the portal's own.</p>
    </MessagePage>
  );
}
