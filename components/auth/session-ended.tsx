"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { buttonStyles } from "@/components/ui/button-styles";
import { signInPath } from "./sign-in-path";
import { useCurrentPath } from "./use-current-path";

/**
 * In a page that could not be read any more because the session ended: the way to sign in, and back to exactly here.
 * A full load, so that nothing of the ended session is kept; what was typed is for the page to keep.
 */
export function SessionEndedNotice() {
  const t = useTranslations("auth");
  const here = useCurrentPath();
  return (
    <Alert tone="caution" role="alert" title={t("sessionEnded.title")}>
      <div className="flex flex-col items-start gap-3">
        <p>{t("sessionEnded.meaning")}</p>
        <a href={signInPath(here)} className={buttonStyles({ variant: "primary", size: "sm" })}>
          {t("sessionEnded.signIn")}
        </a>
      </div>
    </Alert>
  );
}
