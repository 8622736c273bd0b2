"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";

type PageSkeletonProps = {
  /** whether a line of text follows the heading */
  lead?: boolean;
  children: ReactNode;
};

/** A page that is being read, in the shape of what comes: the heading, and below it the parts. */
export function PageSkeleton({ lead = true, children }: PageSkeletonProps) {
  const t = useTranslations("ui");
  return (
    <div aria-busy="true" className="flex flex-col gap-5">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div>
        <Skeleton className="my-1 h-7 w-56 max-w-full" />
        {lead && <Skeleton className="mt-2.5 max-w-2xl" />}
      </div>
      {children}
    </div>
  );
}

/** A box with as many rows as are usually in view. */
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

/** A box of one height, such as a panel or a form. `height` is a class: `h-32`. */
export function SkeletonBox({ height }: { height: string }) {
  return (
    <div className="rounded-xl border border-line bg-surface p-4 shadow-lift sm:p-6">
      <Skeleton className="h-5 w-40" />
      <Skeleton className={`mt-3 w-full ${height}`} />
    </div>
  );
}
