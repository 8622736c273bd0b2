"use client";

import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { PageTitle } from "@/components/layout/page-title";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { DoneState } from "./done-state";
import { FlowSkeleton } from "./flow-skeleton";

const PublishFlow = lazy(() => import("./publish-flow").then((file) => ({ default: file.PublishFlow })));

/** The page is there at once; its steps, with all that checks and proves, are fetched after it. */
export function PublishView({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("publish");
  const [done, setDone] = useState<DoneState | null>(null);
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5">
      <PageTitle title={done === null ? t("title") : t(`doneTitle.${done}`)}>
        {done === null ? t("lead") : done === "public" && t("doneLead")}
      </PageTitle>
      <LazyDialog>
        <Suspense fallback={<FlowSkeleton />}>
          <PublishFlow viewer={viewer} onDone={setDone} />
        </Suspense>
      </LazyDialog>
    </div>
  );
}
