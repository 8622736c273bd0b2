"use client";

import { useTranslations } from "use-intl";
import { useSiteName } from "./use-site-name";

const NAMED = 5;

type SiteNamesProps = { sites: readonly { id: number; name: string | null }[]; total: number };

/** The first sites by name in one line, then how many more. */
export function SiteNames({ sites, total }: SiteNamesProps) {
  const t = useTranslations("commands");
  const nameOf = useSiteName();
  const named = sites.slice(0, NAMED);
  const more = total - named.length;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {named.map((site) => (
        <li key={site.id} className="min-w-0 break-words font-medium">
          <bdi>{nameOf(site)}</bdi>
        </li>
      ))}
      {more > 0 && <li>{t("more", { count: more })}</li>}
    </ul>
  );
}
