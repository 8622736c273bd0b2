"use client";

import { TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { forgetDraft, keepDraft, type PublishDraft, readDraft } from "@/components/publish/draft";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Link } from "@/components/ui/link";

/** What this person began to make public in this tab and did not finish: the way on, or away with it and back. */
export function PublishingUnderWay({ login }: { login: string }) {
  const t = useTranslations("publicAccess.underWay");
  const tDiscarded = useTranslations("commands.discarded");
  const [draft, setDraft] = useState<PublishDraft | null>(null);
  const [isDropped, setIsDropped] = useState(false);
  useEffect(() => setDraft(readDraft(login)), [login]);
  if (!draft) return null;
  const { isUncertain } = draft;
  const count = draft.siteIds.length;
  const state = isUncertain ? "uncertain" : "begun";
  function dropOrBringBack() {
    if (!draft) return;
    if (isDropped) keepDraft(draft);
    else forgetDraft();
    setIsDropped(!isDropped);
  }
  return (
    <section
      aria-label={t("label")}
      className="sticky bottom-4 z-20 flex animate-appear flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-3 shadow-float"
    >
      <div className="min-w-0 flex-1 basis-48" role="status">
        <p className="font-semibold text-sm">
          {isUncertain && (
            <TriangleAlert className="me-1.5 inline size-4 align-[-0.2em] text-danger" aria-hidden="true" />
          )}
          {isDropped ? tDiscarded("title", { count }) : t(`${state}.title`, { count })}
        </p>
        {!isDropped && <p className="text-[0.8125rem] text-ink-soft">{t(`${state}.meaning`)}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {!isUncertain && (
          <Button variant={isDropped ? "secondary" : "quiet"} onClick={dropOrBringBack}>
            {isDropped ? tDiscarded("bringBack") : t("begun.drop")}
          </Button>
        )}
        {!isDropped && (
          <Link
            href={`/public-access/publish?step=${isUncertain ? "prove" : "reason"}`}
            className={buttonStyles({ variant: "primary" })}
          >
            {t(isUncertain ? "uncertain.look" : "begun.goOn")}
          </Link>
        )}
      </div>
    </section>
  );
}
