"use client";

import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import { Link } from "@/components/ui/link";
import type { SitesPage } from "@/lib/domain/public-access/schema";

type PageTopProps = {
  /** null while nothing was read */
  page: SitesPage | null;
  isCurrent: boolean;
  failed: boolean;
  mayPublish: boolean;
  /** how many issues need somebody */
  needAttention: number;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

/** The answer: how many sites are public, and how many issues there are. Beside it the way to publish. */
export function PageTop(props: PageTopProps) {
  const { page, isCurrent, failed, mayPublish, needAttention, headingRef } = props;
  const t = useTranslations("publicAccess.heading");
  const known = isCurrent ? page : null;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        <h1
          ref={headingRef}
          tabIndex={-1}
          className="font-semibold text-xl leading-7 tracking-tight"
          suppressHydrationWarning
        >
          {known && t("count", { public: known.totals.public, sites: known.totals.sites })}
          {!known && t(failed ? "unknown" : "reading")}
        </h1>
        {known && needAttention > 0 && (
          <a href="#issues" className="font-medium text-danger text-sm underline-offset-4 hover:underline">
            {t("attention", { count: needAttention })}
          </a>
        )}
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-2 sm:justify-end print:hidden">
        {known && mayPublish && (
          <Link href="/public-access/publish" className={buttonStyles({ variant: "primary", size: "sm" })}>
            {t("publish")}
          </Link>
        )}
      </div>
    </div>
  );
}
