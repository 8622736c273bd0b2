"use client";

import { useTranslations } from "use-intl";
import { SkeletonBox } from "@/components/layout/page-skeleton";
import { Skeleton } from "@/components/ui/skeleton";

/** A step that is not there yet: says nothing about any site. */
export function FlowSkeleton() {
  const t = useTranslations("ui");
  return (
    <div aria-busy="true" className="flex flex-col gap-5">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-6 w-full" />
      <SkeletonBox height="h-40" />
    </div>
  );
}
