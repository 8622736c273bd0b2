"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";
import { useSiteName } from "./use-site-name";

/** Anyone can read the one site that must never be readable: louder than anything else on the page. */
export function CanaryBanner() {
  const t = useTranslations("outside");
  const nameOf = useSiteName();
  const canary = useQuery({ ...outsideQueryOptions(), enabled: false }).data?.canary;
  if (canary?.state !== "open") return null;
  return (
    <div role="alert" className="flex gap-3 rounded-xl bg-danger-fill p-5 text-on-danger shadow-float">
      <TriangleAlert className="mt-0.5 size-6 shrink-0" aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-semibold text-lg leading-snug">
          {t.rich("canary.openTitle", { site: nameOf(canary), name: (name) => <bdi>{name}</bdi> })}
        </p>
        <p className="mt-1 max-w-3xl text-sm">
          {t("canary.openMeaning")} <span className="font-semibold">{t("canary.openDo")}</span>
        </p>
        <a href="#issues" className="mt-2 inline-block font-semibold text-sm underline">
          {t("issue")}
        </a>
      </div>
    </div>
  );
}
