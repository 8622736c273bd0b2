"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/public-access/chosen-sites";
import { Alert } from "@/components/ui/alert";
import { buttonStyles } from "@/components/ui/button-styles";
import type { NamedSite } from "@/lib/public-access/schema";
import { namedOf } from "./named-of";
import type { PublicAmong } from "./public-among";

type LookedProps = { siteIds: readonly number[]; named: readonly NamedSite[]; found: PublicAmong };

/** What was found after the connection was lost: which of exactly these sites are public now. */
export function Looked({ siteIds, named, found }: LookedProps) {
  const say = useTranslations("publish");
  const sayDeeds = useTranslations("deeds");
  const all = siteIds.length;
  const words =
    found.count === 0
      ? say("lost.none", { count: all })
      : found.count >= all
        ? say("lost.all", { count: all })
        : say("lost.some", { public: found.count, all });
  return (
    <div className="flex flex-col gap-3">
      <Alert tone={found.count === 0 ? "info" : "danger"} role="alert">
        <div className="flex flex-col items-start gap-3">
          <p>{words}</p>
          {found.count > 0 && (
            <Link href="/public-access?state=public" className={buttonStyles({ size: "sm" })}>
              {say("lost.see")}
            </Link>
          )}
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
