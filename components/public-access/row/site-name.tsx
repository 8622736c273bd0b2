"use client";

import { useTranslations } from "use-intl";
import { PersonalMark } from "@/components/outside/personal-mark";
import type { SiteRow } from "@/lib/domain/public-access/schema";

type SiteNameProps = { site: Pick<SiteRow, "id" | "name" | "url" | "group" | "personalCount">; onOpen: () => void };

/** Name, id, address, group and what looked personal from outside; the name opens the details. The address is text, never a link: whoever made the site typed it. */
export function SiteName({ site, onOpen }: SiteNameProps) {
  const say = useTranslations("publicAccess.site");
  return (
    <div className="min-w-0">
      <button
        type="button"
        aria-haspopup="dialog"
        className="min-h-6 text-start font-medium underline-offset-4 hover:underline"
        onClick={onOpen}
      >
        <bdi>{site.name || say("noName")}</bdi>
      </button>
      <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-faint">
        <span className="tabular-nums">{say("id", { id: String(site.id) })}</span>
        {site.url && (
          <bdi dir="ltr" title={site.url}>
            {withoutScheme(site.url)}
          </bdi>
        )}
        {site.group && (
          <span>
            <span className="sr-only">{say("group")}</span>
            <bdi>{site.group}</bdi>
          </span>
        )}
      </p>
      <PersonalMark count={site.personalCount} />
    </div>
  );
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
