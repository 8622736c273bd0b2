"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { TimeOfDay } from "@/components/ui/moment";
import { useReportReading } from "./connection";
import { useReadAgain } from "./use-read-again";

/** What was read longer ago is read again when somebody comes back to the tab. */
const OLD_MS = 60_000;

type ReadAgainProps = {
  /** when what the page shows was read (ISO 8601) */
  readAt: string;
  /** whether coming back to the tab reads again; not where something may be chosen and not saved */
  byItself?: boolean;
};

/** How old the page is, and the way to read it again. */
export function ReadAgain({ readAt, byItself = false }: ReadAgainProps) {
  const t = useTranslations("layout");
  const [asked, setAsked] = useState(false);
  const { busy, failed, readAgain } = useReadAgain();
  useReportReading({ readAt: Date.parse(readAt), unreachable: failed });
  useWhenBack({ readAt, isWanted: byItself, readAgain });
  function ask() {
    setAsked(true);
    readAgain();
  }
  return (
    <div className="flex items-center gap-x-2 text-[0.8125rem] text-ink-soft print:hidden">
      <p>{t.rich("readAt", { at: () => <TimeOfDay iso={readAt} /> })}</p>
      <span aria-hidden="true">·</span>
      <button
        type="button"
        aria-disabled={busy || undefined}
        aria-busy={busy || undefined}
        onClick={() => busy || ask()}
        className="inline-flex min-h-6 items-center gap-1.5 rounded text-accent hover:underline aria-disabled:opacity-60"
      >
        {t("readAgain")}
      </button>
      <p role="status" className="sr-only">
        {asked && (busy ? t("readingAgain") : !failed && t("wasRead"))}
      </p>
    </div>
  );
}

type WhenBack = { readAt: string; isWanted: boolean; readAgain: () => void };

function useWhenBack({ readAt, isWanted, readAgain }: WhenBack): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each reading begins to age when it is shown
  useEffect(() => {
    if (!isWanted) return;
    const shownAt = Date.now();
    function lookAgain() {
      const isOld = Date.now() - shownAt > OLD_MS;
      // What is being typed in a dialog would be lost to the sign-in when the session has ended.
      const isTyping = document.querySelector("[role=dialog]") !== null;
      if (document.visibilityState === "visible" && navigator.onLine && isOld && !isTyping) readAgain();
    }
    document.addEventListener("visibilitychange", lookAgain);
    return () => document.removeEventListener("visibilitychange", lookAgain);
  }, [readAt, isWanted, readAgain]);
}
