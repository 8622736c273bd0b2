"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { Consequences } from "@/lib/domain/public-access/schema";

/** Says before anything is typed that the portal will refuse: publishing needs a second factor, and there is none. Else, to whoever has none, why to have one. */
export function SecondFactorNote({ secondFactor }: Pick<Consequences, "secondFactor">) {
  const say = useTranslations("publish");
  if (secondFactor.yours) return null;
  if (!secondFactor.required) return <p className="text-ink-soft text-sm">{say("secondFactor.advice")}</p>;
  return (
    <Alert tone="danger" title={say("secondFactor.title")}>
      {say("secondFactor.meaning")}
    </Alert>
  );
}
