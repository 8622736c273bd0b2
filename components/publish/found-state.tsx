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
  const say = useTranslations("publish");
  const sayDeeds = useTranslations("deeds");
  const all = siteIds.length;
  const isDone = found.count >= all;
  const words =
    found.count === 0
      ? say("lost.none", { count: all })
      : isDone
        ? say("lost.all", { count: all })
        : say("lost.some", { public: found.count, all });
  return (
    <div className="flex flex-col gap-3">
      <Alert tone={found.count === 0 ? "info" : "danger"} role="alert">
        <div className="flex flex-col items-start gap-3">
          <p>{words}</p>
          {isDone && <p>{say("lost.whoDid")}</p>}
          <div className="flex flex-wrap gap-2">
            {found.count > 0 && (
              // Whoever looks at them is done with it: nothing of it is left to go on with.
              <Link
                href={all === 1 ? `/public-access?site=${siteIds[0]}` : "/public-access?state=public"}
                className={buttonStyles({ size: "sm" })}
                onClick={() => isDone && forgetDraft()}
              >
                {say("lost.see", { count: found.count })}
              </Link>
            )}
            {isDone && (
              <Link href="/activity" className={buttonStyles({ size: "sm" })} onClick={forgetDraft}>
                {say("done.activity")}
              </Link>
            )}
            <Button size="sm" variant="quiet" onClick={onStartOver}>
              {say("startOver")}
            </Button>
          </div>
        </div>
      </Alert>
      {found.siteIds && found.siteIds.length > 0 && (
        <ChosenSites
          label={say("lost.publicOnes")}
          sites={namedOf(found.siteIds, named, (id) => sayDeeds("site.unnamed", { id: String(id) }))}
        />
      )}
    </div>
  );
}
