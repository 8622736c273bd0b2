"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useDates } from "@/components/ui/use-dates";

type UnreadablePageProps = {
  message: string;
  /** when it could last be read, if that is known (ISO 8601) */
  lastRead?: string;
};

/** In the place of a page whose data could not be read. Says nothing that could be taken for "nothing is public". */
export function UnreadablePage({ message, lastRead }: UnreadablePageProps) {
  const say = useTranslations("layout.unreadable");
  const dates = useDates();
  const format = useFormatter();
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const [triedAt, setTriedAt] = useState<Date | null>(null);
  // Each time a try has ended.
  useEffect(() => {
    if (!busy) setTriedAt(new Date());
  }, [busy]);
  return (
    <div className="flex flex-col gap-5">
      <h1 className="font-semibold text-2xl tracking-tight">{say("title")}</h1>
      <Alert tone="danger" role="alert" size="lg">
        <div className="flex flex-col items-start gap-4">
          <p>{message}</p>
          <p>{say("meaning")}</p>
          {lastRead && <p suppressHydrationWarning>{say("lastRead", { moment: dates.moment(lastRead) })}</p>}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <TryAgain busy={busy} onClick={() => startTransition(() => router.refresh())} />
            <p className="min-h-5 text-ink-soft text-sm">
              {triedAt && say("tried", { time: format.dateTime(triedAt, { timeStyle: "medium" }) })}
            </p>
          </div>
        </div>
      </Alert>
    </div>
  );
}

function TryAgain({ busy, onClick }: { busy: boolean; onClick: () => void }) {
  const say = useTranslations("ui");
  return (
    <Button busy={busy} onClick={onClick}>
      {say("tryAgain")}
    </Button>
  );
}
