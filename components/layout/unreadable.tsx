"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useDates } from "@/components/ui/use-dates";
import { useLastReading } from "./connection";
import { useReadAgain } from "./use-read-again";

type UnreadableProps = {
  /** what the page is called; without it the heading says what is not known */
  title?: string;
  message: string;
};

/** In the place of a page whose data could not be read. Says nothing that could be taken for "nothing is public". */
export function Unreadable({ title, message }: UnreadableProps) {
  const t = useTranslations("layout.unreadable");
  const tShared = useTranslations("ui");
  const dates = useDates();
  const format = useFormatter();
  const lastRead = useLastReading(usePathname());
  const { busy, failed, readAgain } = useReadAgain();
  const [triedAt, setTriedAt] = useState<Date | null>(null);
  // Each time a try has ended.
  useEffect(() => {
    if (!busy && !failed) setTriedAt(new Date());
  }, [busy, failed]);
  return (
    <div className="flex flex-col gap-5">
      <h1 className="font-semibold text-2xl tracking-tight">{title ?? t("title")}</h1>
      <Alert tone="danger" role="alert" size="lg" title={title && t("title")}>
        <div className="flex flex-col items-start gap-4">
          <p>{message}</p>
          <p>{t("meaning")}</p>
          {lastRead !== null && <p>{t("lastRead", { moment: dates.moment(new Date(lastRead).toISOString()) })}</p>}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button busy={busy} onClick={readAgain}>
              {tShared("tryAgain")}
            </Button>
            <p className="min-h-5 text-ink-soft text-sm">
              {triedAt && t("tried", { time: format.dateTime(triedAt, { timeStyle: "medium" }) })}
            </p>
          </div>
        </div>
      </Alert>
    </div>
  );
}
