"use client";

import { Lock, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { siteLabel } from "./review-labels";

/** So many are named; the others are in the activity. */
const NAMED = 5;

type MadePrivateProps = { sites: readonly NamedSite[]; onClose: () => void };

/**
 * What was just made private, with the way back: links into the ordinary way of publishing, each with its reason and
 * proof. None of them changes anything.
 */
export function MadePrivate({ sites, onClose }: MadePrivateProps) {
  const t = useTranslations("review");
  const [only, ...others] = sites;
  if (!only) return null;
  const more = sites.length - NAMED;
  return (
    <div className="flex items-start gap-3 rounded-xl border border-line bg-surface px-4 py-3 text-sm">
      <Lock className="mt-0.5 size-4 shrink-0 text-calm" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p role="status" className="break-words font-semibold">
          {others.length === 0
            ? t.rich("undo.one", { site: siteLabel(t, only), name: (name) => <bdi>{name}</bdi> })
            : t("undo.many", { count: sites.length })}
        </p>
        <p className="text-ink-soft">{t("undo.meaning")}</p>
        {others.length === 0 ? (
          <Again site={only}>
            {t.rich("undo.again", {
              site: siteLabel(t, only),
              hidden: (text) => <span className="sr-only">{text}</span>,
            })}
          </Again>
        ) : (
          <ul aria-label={t("undo.list")} className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {sites.slice(0, NAMED).map((site) => (
              <li key={site.id}>
                <Again site={site}>
                  {t.rich("undo.againNamed", { site: siteLabel(t, site), name: (name) => <bdi>{name}</bdi> })}
                </Again>
              </li>
            ))}
            {more > 0 && <li className="text-ink-soft">{t("undo.more", { count: more })}</li>}
          </ul>
        )}
      </div>
      <Button variant="quiet" size="icon" className="-my-1.5 -me-2" aria-label={t("undo.close")} onClick={onClose}>
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}

function Again({ site, children }: { site: NamedSite; children: ReactNode }) {
  return (
    <Link href={`/public-access?site=${site.id}`} className="break-words text-accent underline">
      {children}
    </Link>
  );
}
