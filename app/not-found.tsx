import { MessagePage } from "@/components/layout/message-page";
import { buttonStyles } from "@/components/ui/button-styles";
import { serverWords } from "@/lib/auth/language/words";

export async function generateMetadata() {
  const say = await serverWords("layout");
  return { title: say("notFound.pageTitle") };
}

export default async function NotFoundPage() {
  const say = await serverWords("layout");
  return (
    <MessagePage title={say("notFound.title")}>
      <p>{say("notFound.meaning")}</p>
      {/* A full load: this page is part of what every other page loads first. */}
      <a href="/public-access" className={buttonStyles({ variant: "primary" })}>
        {say("notFound.goOn")}
      </a>
    </MessagePage>
  );
}
