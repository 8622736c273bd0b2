"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { forgetDraft } from "./draft";
import { namedOf } from "./named-of";
import type { PublicAmong } from "./public-among";

type FoundStateProps = {
  siteIds: readonly number[];
  named: readonly NamedSite[];
  found: PublicAmong;
  onStartOver: () => void;
};

/** What was found after the connection was lost: which of exactly these sites are public now. */
export function FoundState({ siteIds, named, found, onStartOver }: FoundStateProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const all = siteIds.length;
  const isDone = found.count >= all;
  const words =
    found.count === 0
      ? t("lost.none", { count: all })
      : isDone
        ? t("lost.all", { count: all })
        : t("lost.some", { public: found.count, all });
  return (
    <div className="flex flex-col gap-3">
      <Alert tone={found.count === 0 ? "info" : "danger"} role="alert">
        <div className="flex flex-col items-start gap-3">
          <p>{words}</p>
          {isDone && <p>{t("lost.whoDid")}</p>}
          <div className="flex flex-wrap gap-2">
            {found.count > 0 && (
              // Whoever looks at them is done with it: nothing of it is left to go on with.
              <Link
                href={all === 1 ? `/public-access?site=${siteIds[0]}` : "/public-access?state=public"}
                className={buttonStyles({ size: "sm" })}
                onClick={() => isDone && forgetDraft()}
              >
                {t("lost.see", { count: found.count })}
              </Link>
            )}
            {isDone && (
              <Link href="/activity" className={buttonStyles({ size: "sm" })} onClick={forgetDraft}>
                {t("done.activity")}
              </Link>
            )}
            <Button size="sm" variant="quiet" onClick={onStartOver}>
              {t("startOver")}
            </Button>
          </div>
        </div>
      </Alert>
      {found.siteIds && found.siteIds.length > 0 && (
        <ChosenSites
          label={t("lost.publicOnes")}
          sites={namedOf(found.siteIds, named, (id) => tCommands("site.unnamed", { id: String(id) }))}
        />
      )}
    </div>
  );
}
