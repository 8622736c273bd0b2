"use client";

import { useTranslations } from "use-intl";
import type { SiteProbe } from "@/lib/domain/probe/schema";

/** What looks like personal data, where, and how many pages; each example is masked. */
export function PersonalFacts({ personal }: Pick<SiteProbe, "personal">) {
  const t = useTranslations("outside.personal");
  if (personal === null) return <span className="text-caution">{t("unknown")}</span>;
  if (personal.length === 0) return t("none");
  return (
    <>
      <ul className="flex flex-col gap-1">
        {personal.map(({ kind, where, masked, count }) => (
          <li key={`${kind} ${where} ${masked}`} className="break-words font-medium text-danger">
            {t.rich("found", {
              ...{ kind, where, count },
              example: () => (
                <bdi dir="ltr" className="break-all">
                  <code>{masked}</code>
                </bdi>
              ),
            })}
          </li>
        ))}
      </ul>
      <p className="mt-1.5">{t("remedy")}</p>
    </>
  );
}
