import { stepUpLabel } from "@/components/auth/next-auth-labels";
import { NotifyOpener } from "@/components/auth/notify-opener";
import { MessagePage } from "@/components/layout/message-page";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";

export const generateMetadata = titled("auth", (t) => t("confirmed.title"));

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

/** Where the window of a step-up by single sign-on ends. It is closed at once, unless the browser forbids that. */
export default async function ConfirmedPage({ searchParams }: PageProps<"/confirmed">) {
  const query = await searchParams;
  const t = await serverTranslator("auth");
  const error = one(query.error);
  return (
    <MessagePage title={t(error === null ? "confirmed.done" : "confirmed.notDone")}>
      <NotifyOpener intent={one(query.intent) ?? ""} error={error} />
      {error !== null && <p>{stepUpLabel(t, error)}</p>}
      <p>{t("confirmed.goOn")}</p>
    </MessagePage>
  );
}
