"use client";

import { Eye } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";

/** Nothing is being published in this tab: the way back to the list. */
export function NothingChosen() {
  const say = useTranslations("publish");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was begun and went away had the focus.
    if (document.activeElement === document.body) ref.current?.focus();
  }, []);
  return (
    <div ref={ref} tabIndex={-1} className="rounded-xl border border-line bg-surface shadow-lift" role="status">
      <EmptyState icon={Eye} title={say("nothing.title")}>
        <p>{say("nothing.meaning")}</p>
        <Link href="/public-access" className={buttonStyles({ variant: "primary" })}>
          {say("toList")}
        </Link>
      </EmptyState>
    </div>
  );
}
