"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { keepCookie } from "@/components/layout/keep-cookie";
import { dismissedTips, TIPS_COOKIE, type Tip } from "./tips-schema";

/** One line of advice; it goes away for good when it is sent away. */
export function TipLine({ tip, children }: { tip: Tip; children: ReactNode }) {
  const t = useTranslations("publicAccess.tips");
  const [gone, setGone] = useState(false);
  if (gone) return null;
  return (
    <p>
      {children}{" "}
      <button
        type="button"
        className="ms-2 min-h-6 text-accent underline-offset-4 hover:underline"
        onClick={() => {
          keepCookie(TIPS_COOKIE, [...dismissedTips(cookieNow()), tip].join("."));
          setGone(true);
        }}
      >
        {t("dismiss")}
        <span className="sr-only"> {t(`about.${tip}`)}</span>
      </button>
    </p>
  );
}

function cookieNow(): string | undefined {
  return document.cookie
    .split("; ")
    .find((one) => one.startsWith(`${TIPS_COOKIE}=`))
    ?.slice(TIPS_COOKIE.length + 1);
}
