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
  const say = useTranslations("review");
  if (review.total > 0) {
    return (
      <EmptyState icon={Lock} title={say("beyond.title")}>
        <Link href="/review" className={buttonStyles()}>
          {say("beyond.first")}
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Lock} title={say("empty.title")}>
      <p>{say("empty.meaning")}</p>
      <p className="text-ink-faint">{say.rich("empty.checked", { at: () => <ExactMoment iso={review.asOf} /> })}</p>
    </EmptyState>
  );
}
