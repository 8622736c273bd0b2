"use client";

import { useTranslations } from "use-intl";
import type { NamedSite } from "@/lib/domain/publications/schema";

const NAMED = 10;

type ChosenSitesProps = {
  sites: readonly NamedSite[];
  label?: string;
  /** each of them, where somebody decides about them */
  all?: boolean;
};

/** The sites a change is about: the first ten by name, then how many more; or all, in a list that scrolls. */
export function ChosenSites({ sites, label, all = false }: ChosenSitesProps) {
  const t = useTranslations("commands");
  const shown = all ? sites : sites.slice(0, NAMED);
  const more = sites.length - shown.length;
  return (
    <ul
      aria-label={label ?? t("sites")}
      // What scrolls can be scrolled by the keyboard.
      tabIndex={sites.length >= NAMED ? 0 : undefined}
      className="max-h-96 shrink-0 divide-y divide-line overflow-y-auto rounded-xl border border-line text-sm"
    >
      {shown.map((site) => (
        <li key={site.id} className="flex items-baseline justify-between gap-4 px-4 py-2">
          <bdi className="font-medium">{site.name || t("site.unnamed", { id: String(site.id) })}</bdi>
          <span className="shrink-0 text-[0.8125rem] text-ink-faint tabular-nums">
            {t("site.id", { id: String(site.id) })}
          </span>
        </li>
      ))}
      {more > 0 && <li className="px-4 py-2 text-ink-soft">{t("more", { count: more })}</li>}
    </ul>
  );
}
