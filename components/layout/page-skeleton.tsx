"use client";

import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** A page that is being read: the heading, and below it as many rows as are usually in view. Each loading.tsx is this. */
export function PageSkeleton() {
  const t = useTranslations("ui");
  return (
    <div aria-busy="true" className="flex flex-col gap-5">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="my-1 h-7 w-56 max-w-full" />
      <SkeletonRows rows={7} />
    </div>
  );
}

/** A box with rows. */
export function SkeletonRows({ rows }: { rows: number }) {
  return (
    <div className="divide-y divide-line rounded-xl border border-line bg-surface shadow-lift">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without anything in them
        <div key={row} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
          <Skeleton className="w-48 max-w-full" />
          <Skeleton className="w-24" />
          <Skeleton className="ms-auto w-16" />
        </div>
      ))}
    </div>
  );
}
