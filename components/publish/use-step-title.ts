import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { PublishStep } from "./step-policy";

/** Names the step in the title of the document, as lists of tabs and screen readers tell it. */
export function useStepTitle(step: PublishStep): void {
  const t = useTranslations("publish");
  const title = `${t(`step.${step}`)} · ${t("title")} · Public Access for Matomo`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
