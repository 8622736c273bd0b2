"use client";

import { useTranslations } from "use-intl";
import type { NamedSite } from "@/lib/domain/publications/schema";

const NAMED = 10;

/** The sites a change is about: the first ten by name, then how many more. */
export function ChosenSites({ sites, label }: { sites: readonly NamedSite[]; label?: string }) {
  const say = useTranslations("deeds");
  const more = sites.length - NAMED;
  return (
    <ul aria-label={label ?? say("sites")} className="divide-y divide-line rounded-xl border border-line text-sm">
      {sites.slice(0, NAMED).map((site) => (
        <li key={site.id} className="flex items-baseline justify-between gap-4 px-4 py-2">
          <bdi className="font-medium">{site.name || say("site.noName")}</bdi>
          <span className="shrink-0 text-[0.8125rem] text-ink-faint tabular-nums">
            {say("site.id", { id: String(site.id) })}
          </span>
        </li>
      ))}
      {more > 0 && <li className="px-4 py-2 text-ink-soft">{say("more", { count: more })}</li>}
    </ul>
  );
}
