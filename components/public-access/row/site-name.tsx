"use client";

import { useTranslations } from "use-intl";
import { opensBeside } from "@/components/ui/opens-beside";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import { Marked } from "./marked";
import type { RowContext } from "./row-context";

type SiteNameProps = { site: SiteRow; context: Pick<RowContext, "search" | "pathOf" | "onOpen"> };

/**
 * Name and ID, what is odd, and by what the search found it. The name leads to the details. The address of the site is
 * text, never a link: whoever made the site typed it.
 */
export function SiteName({ site, context: { search, pathOf, onOpen } }: SiteNameProps) {
  const t = useTranslations("publicAccess");
  const { id, name, url, group, matchedBy, worseLevels, isUnclear, personalCount } = site;
  return (
    <div className="flex min-w-0 items-baseline gap-x-2">
      <a
        href={pathOf(id)}
        aria-haspopup="dialog"
        title={name}
        dir="auto"
        className="min-w-0 truncate font-medium underline-offset-4 hover:underline"
        onClick={(event) => {
          if (opensBeside(event)) return;
          event.preventDefault();
          onOpen(id);
        }}
      >
        <bdi>{name ? <Marked text={name} part={search} /> : t("site.noName")}</bdi>
      </a>
      <span className="shrink-0 text-[0.8125rem] text-ink-faint tabular-nums">
        <span className="sr-only">{t("site.idLabel")} </span>
        <Marked text={String(id)} part={matchedBy === "id" ? search : ""} />
      </span>
      {matchedBy === "url" && (
        <bdi dir="ltr" className="min-w-0 shrink-2 truncate text-[0.8125rem] text-ink-soft" title={url}>
          <Marked text={url.replace(/^https?:\/\//, "")} part={search} />
        </bdi>
      )}
      {matchedBy === "group" && (
        <span className="min-w-0 shrink-2 truncate text-[0.8125rem] text-ink-soft">
          {t.rich("site.inGroup", {
            group: () => (
              <bdi>
                <Marked text={group} part={search} />
              </bdi>
            ),
          })}
        </span>
      )}
      {worseLevels.length > 0 && <Odd>{t("state.writable")}</Odd>}
      {isUnclear && <Odd>{t("state.unclear")}</Odd>}
      {personalCount !== null && personalCount > 0 && <Odd>{t("site.personal")}</Odd>}
    </div>
  );
}

function Odd({ children }: { children: string }) {
  return <span className="min-w-0 truncate text-[0.8125rem] text-danger">{children}</span>;
}
