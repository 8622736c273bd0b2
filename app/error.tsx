"use client";

import { useTranslations } from "use-intl";
import { MessagePage } from "@/components/layout/message-page";
import { buttonStyles } from "@/components/ui/button-styles";

export default function PageError({ retry }: { error: Error; retry: () => void }) {
  const t = useTranslations("layout.error");
  const tShared = useTranslations("ui");
  return (
    <MessagePage title={t("title")}>
      <p>{t("meaning")}</p>
      <button type="button" className={buttonStyles({ variant: "primary" })} onClick={retry}>
        {tShared("tryAgain")}
      </button>
    </MessagePage>
  );
}
