"use client";

import { Eye } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import type { PublishDraft } from "./draft";

type NothingChosenProps = { discarded: PublishDraft; onBringBack: () => void };

/** What was being published here was discarded just now: the way back to it. */
export function NothingChosen({ discarded, onBringBack }: NothingChosenProps) {
  const t = useTranslations("publish");
  const tDiscarded = useTranslations("commands.discarded");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was begun and went away had the focus.
    if (document.activeElement === document.body) ref.current?.focus();
  }, []);
  return (
    <div ref={ref} tabIndex={-1} className="rounded-xl border border-line bg-surface shadow-lift" role="status">
      <EmptyState icon={Eye} title={tDiscarded("title", { count: discarded.siteIds.length })}>
        <p>{tDiscarded("meaning")}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <Button onClick={onBringBack}>{tDiscarded("bringBack")}</Button>
          <Link href="/public-access" className={buttonStyles({ variant: "primary" })}>
            {t("toList")}
          </Link>
        </div>
      </EmptyState>
    </div>
  );
}
