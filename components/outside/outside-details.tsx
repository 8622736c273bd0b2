"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { Outside } from "@/lib/domain/probe/schema";
import { byReason } from "./by-reason";
import { outsideStateOf } from "./outside-state";
import { useSiteName } from "./use-site-name";

const NAMED = 5;

/** What differs between what is public and what anyone can read: the first sites by name, and what to do. */
export function OutsideDetails({ outside }: { outside: Outside }) {
  const t = useTranslations("outside");
  const status = outsideStateOf(outside);
  if (status.is !== "seen") return null;
  const { unexpected, unreadable } = status.probe;
  return (
    <>
      {unexpected.total > 0 && (
        <Alert tone="danger" title={t("exposed", { count: unexpected.total })}>
          <SiteNames {...unexpected} />
          <p className="mt-1">
            {t("exposedMeaning")}{" "}
            <a href="/public-access#issues" className="font-medium underline">
              {t("issue")}
            </a>
          </p>
        </Alert>
      )}
      {unreadable.total > 0 && (
        <Alert tone="caution" title={t("unreadable", { count: unreadable.total })}>
          <p>{t("unreadableMeaning")}</p>
          <ul className="mt-1.5 flex flex-col gap-2">
            {byReason(unreadable.sites, unreadable.total).map(({ reason, sites, total }) => (
              <li key={reason}>
                <SiteNames sites={sites} total={total} />
                <p>
                  {reason !== "unknown" && <span className="text-ink-soft">{t("probably")} </span>}
                  {t(`cause.${reason}.what`)} {t(`cause.${reason}.remedy`)}
                </p>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

type SiteNamesProps = { sites: readonly { id: number; name: string | null }[]; total: number };

/** The first sites by name in one line, then how many more. */
function SiteNames({ sites, total }: SiteNamesProps) {
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
