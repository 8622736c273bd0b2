"use client";

import { CircleHelp, Globe, Lock, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import type { SiteRow } from "@/lib/domain/public-access/schema";

/** Public, private, unclear or being checked, in a word and a picture, never by colour alone. */
export function StateBadge({ site }: { site: Pick<SiteRow, "isPublic" | "isChecking" | "isUnclear" | "worseLevels"> }) {
  const t = useTranslations("publicAccess.state");
  if (site.worseLevels.length > 0) {
    return (
      <div className="flex flex-col items-start gap-1">
        <Badge tone="danger" icon={Globe}>
          {t("public")}
        </Badge>
        <Badge tone="alarm" icon={TriangleAlert}>
          {t("writable")}
        </Badge>
        <span className="text-[0.8125rem] text-danger">{t("levels", { levels: site.worseLevels.join(", ") })}</span>
      </div>
    );
  }
  if (site.isChecking) {
    return (
      <Badge tone="caution" icon={CircleHelp}>
        {t("checking")}
      </Badge>
    );
  }
  if (site.isPublic) {
    return (
      <Badge tone="danger" icon={Globe}>
        {t("public")}
      </Badge>
    );
  }
  if (site.isUnclear) {
    return (
      <Badge tone="caution" icon={CircleHelp}>
        {t("unclear")}
      </Badge>
    );
  }
  return <Badge icon={Lock}>{t("private")}</Badge>;
}
