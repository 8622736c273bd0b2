"use client";

import type { Ref } from "react";
import { useTranslations } from "use-intl";
import type { SitesPage } from "@/lib/domain/public-access/schema";

type PageHeadingProps = {
  /** null while it is read and when it could not be read */
  page: SitesPage | null;
  failed: boolean;
  headingRef: Ref<HTMLHeadingElement>;
};

/** How many sites are public, or that the portal cannot know. */
export function PageHeading({ page, failed, headingRef }: PageHeadingProps) {
  const say = useTranslations("publicAccess.heading");
  return (
    <div className="min-w-0">
      <h1 ref={headingRef} tabIndex={-1} className="font-semibold text-2xl tracking-tight" suppressHydrationWarning>
        {page && say("count", { public: page.totals.public, sites: page.totals.sites })}
        {!page && say(failed ? "unknown" : "reading")}
      </h1>
      <p className="mt-1 max-w-3xl text-ink-soft text-sm">{say("meaning")}</p>
    </div>
  );
}
