"use client";

import { useTranslations } from "use-intl";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const say = useTranslations("layout.error");
  const sayShared = useTranslations("ui");
  return (
    <MessagePage title={say("title")}>
      <p>{say("meaning")}</p>
      <Button variant="primary" onClick={reset}>
        {sayShared("tryAgain")}
      </Button>
    </MessagePage>
  );
}
