"use client";

import { useTranslations } from "use-intl";
import { MessagePage } from "@/components/layout/message-page";
import { buttonStyles } from "@/components/ui/button-styles";

export default function PageError({ retry }: { error: Error; retry: () => void }) {
  const say = useTranslations("layout.error");
  const sayShared = useTranslations("ui");
  return (
    <MessagePage title={say("title")}>
      <p>{say("meaning")}</p>
      <button type="button" className={buttonStyles({ variant: "primary" })} onClick={retry}>
        {sayShared("tryAgain")}
      </button>
    </MessagePage>
  );
}
