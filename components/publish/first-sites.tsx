"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { SitePicker } from "./site-picker";
import { StepButtons, StepFrame } from "./step-frame";

/** The page opened by itself: the first sites are found here. */
export function FirstSites({ onAdd }: { onAdd: (sites: readonly NamedSite[]) => void }) {
  const t = useTranslations("publish");
  return (
    <StepFrame title={t("heading.sites")}>
      <SitePicker chosenIds={[]} onAdd={onAdd} />
      <StepButtons>
        <Link href="/public-access" className={buttonStyles()}>
          {t("toList")}
        </Link>
      </StepButtons>
    </StepFrame>
  );
}
