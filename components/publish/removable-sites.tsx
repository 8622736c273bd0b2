"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { NamedSite } from "@/lib/domain/publications/schema";

type RemovableSitesProps = {
  label: string;
  /** those that can be named, at most 50 */
  named: readonly NamedSite[];
  total: number;
  onRemove: (site: NamedSite) => void;
};

/** The sites that become public; each that is named can be left out. */
export function RemovableSites({ label, named, total, onRemove }: RemovableSitesProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const list = useRef<HTMLUListElement>(null);
  const more = total - named.length;
  return (
    // The focus stays here when a site takes itself away.
    <ul
      ref={list}
      tabIndex={-1}
      aria-label={label}
      className="divide-y divide-line rounded-xl border border-line text-sm"
    >
      {named.map((site) => {
        const name = site.name || tCommands("site.noName");
        return (
          <li key={site.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
            <span className="min-w-0 break-words">
              <bdi className="font-medium">{name}</bdi>{" "}
              <span className="text-[0.8125rem] text-ink-faint tabular-nums">
                {tCommands("site.id", { id: String(site.id) })}
              </span>
            </span>
            <Button
              size="sm"
              variant="quiet"
              onClick={() => {
                onRemove(site);
                list.current?.focus();
              }}
            >
              {t("sites.remove")}
              <span className="sr-only"> {name}</span>
            </Button>
          </li>
        );
      })}
      {more > 0 && <li className="px-4 py-2 text-ink-soft">{tCommands("more", { count: more })}</li>}
    </ul>
  );
}
