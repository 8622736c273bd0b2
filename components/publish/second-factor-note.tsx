"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { Consequences } from "@/lib/domain/public-access/schema";

/** Says before anything is typed that the portal will refuse: publishing needs a second factor, and there is none. Else, to whoever has none, why to have one. */
export function SecondFactorNote({ secondFactor }: Pick<Consequences, "secondFactor">) {
  const t = useTranslations("publish");
  if (secondFactor.yours) return null;
  if (!secondFactor.required) return <p className="text-ink-soft text-sm">{t("secondFactor.advice")}</p>;
  return (
    <Alert tone="danger" title={t("secondFactor.title")}>
      {t("secondFactor.meaning")}
    </Alert>
  );
}
