"use client";

import { Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { ExactMoment } from "@/components/ui/moment";
import type { ReviewPage } from "@/lib/domain/review/schema";

/** An empty list, which is known to be one: what could not be read never comes here. */
export function NothingToReview({ review }: { review: Pick<ReviewPage, "total" | "asOf"> }) {
  const t = useTranslations("review");
  if (review.total > 0) {
    return (
      <EmptyState icon={Lock} title={t("beyond.title")}>
        <Link href="/review" className={buttonStyles()}>
          {t("beyond.first")}
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Lock} title={t("empty.title")}>
      <p>{t("empty.meaning")}</p>
      <p className="text-ink-faint">{t.rich("empty.checked", { at: () => <ExactMoment iso={review.asOf} /> })}</p>
    </EmptyState>
  );
}
