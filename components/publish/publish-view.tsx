"use client";

import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { SkeletonRows } from "@/components/layout/page-skeleton";
import { PageTitle } from "@/components/layout/page-title";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { Viewer } from "@/lib/auth/schema";

const PublishFlow = lazy(() => import("./publish-flow").then((file) => ({ default: file.PublishFlow })));

/** The page is there at once; its steps, with all that checks and proves, are fetched after it. */
export function PublishView({ viewer, isBlocked }: { viewer: Viewer; isBlocked: boolean }) {
  const t = useTranslations("publish");
  const [isDone, setIsDone] = useState(false);
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5">
      <PageTitle title={t(isDone ? "step.done" : "title")}>{!isDone && t("lead")}</PageTitle>
      <LazyDialog>
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <PublishFlow viewer={viewer} isBlocked={isBlocked} onDone={setIsDone} />
        </Suspense>
      </LazyDialog>
    </div>
  );
}
