"use client";

import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { PageTitle } from "@/components/layout/page-title";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { Viewer } from "@/lib/auth/schema";
import { FlowSkeleton } from "./flow-skeleton";

const PublishFlow = lazy(() => import("./publish-flow").then((file) => ({ default: file.PublishFlow })));

/** The page is there at once; its steps, with all that checks and proves, are fetched after it. */
export function PublishView({ viewer }: { viewer: Viewer }) {
  const say = useTranslations("publish");
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5">
      <PageTitle title={say("title")}>{say("lead")}</PageTitle>
      <LazyDialog>
        <Suspense fallback={<FlowSkeleton />}>
          <PublishFlow viewer={viewer} />
        </Suspense>
      </LazyDialog>
    </div>
  );
}
