import type { ReactNode } from "react";
import type { ActivityTranslator } from "@/components/events/activity-intl";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { LinkPending } from "@/components/ui/link-pending";
import { Skeleton } from "@/components/ui/skeleton";
import { type ExposureRange, exposureRanges } from "@/lib/reports/exposure/schema";
import { historyPath } from "./activity-address";

type ExposurePanelProps = { range: ExposureRange; t: ActivityTranslator; children: ReactNode };

/** The frame of the picture, there before the picture is: its heading, and how far back it reaches. */
export function ExposurePanel({ range, t, children }: ExposurePanelProps) {
  return (
    <section
      aria-labelledby="exposure"
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="exposure" className="font-semibold">
          {t("exposure.title")}
        </h2>
        <nav
          aria-label={t("exposure.ranges.label")}
          className="flex rounded-lg border border-line bg-surface-sunken p-0.5 text-sm print:hidden"
        >
          {exposureRanges.map((one) => (
            <Link
              key={one}
              href={historyPath(one)}
              aria-current={one === range ? "true" : undefined}
              prefetch={false}
              scroll={false}
              className={cn(
                "relative inline-flex min-h-8 items-center rounded-md px-3",
                one === range ? "bg-surface font-medium text-ink shadow-lift" : "text-ink-soft hover:text-ink",
              )}
            >
              {t(`exposure.ranges.${one}`)}
              <LinkPending />
            </Link>
          ))}
        </nav>
      </div>
      {children}
    </section>
  );
}

/** In the place of the picture while it is being read. */
export function ExposureLoading() {
  return (
    <div aria-busy="true" className="flex min-h-96 flex-col gap-4">
      <Skeleton className="h-64 w-full" />
      <Skeleton className="w-2/3" />
      <Skeleton className="w-full max-w-3xl" />
    </div>
  );
}
