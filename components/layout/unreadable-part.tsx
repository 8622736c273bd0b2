"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useReadAgain } from "./use-read-again";

/** In the place of a part of a page that could not be read, though the rest could: why, and the way to try again. */
export function UnreadablePart({ title, children }: { title?: string; children: ReactNode }) {
  const t = useTranslations("ui");
  const { busy, readAgain } = useReadAgain();
  return (
    <Alert tone="danger" title={title}>
      <div className="flex flex-col items-start gap-3">
        <div>{children}</div>
        <Button size="sm" busy={busy} onClick={readAgain}>
          {t("tryAgain")}
        </Button>
      </div>
    </Alert>
  );
}
