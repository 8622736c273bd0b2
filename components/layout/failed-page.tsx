"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { sayItStays } from "./connection";
import { PageTitle } from "./page-title";

/** In the place of a page in which something went wrong; the ways to the others stay. @param retry reads it again */
export function FailedPage({ retry }: { retry: () => void }) {
  const t = useTranslations("layout.error");
  const tShared = useTranslations("ui");
  const [busy, start] = useTransition();
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t("title")} />
      <div
        role="alert"
        className="flex flex-col items-start gap-4 rounded-xl border border-danger-line bg-danger-soft p-5 text-sm"
      >
        <p>{t("meaning")}</p>
        <Button busy={busy} onClick={() => (navigator.onLine ? start(retry) : sayItStays())}>
          {tShared("tryAgain")}
        </Button>
      </div>
    </div>
  );
}
