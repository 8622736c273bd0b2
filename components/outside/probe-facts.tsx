"use client";

import { useFormatter, useTranslations } from "use-intl";
import { DetailList } from "@/components/ui/detail-list";
import type { SiteProbe } from "@/lib/domain/probe/schema";

const PARTS = ["dashboard", "reports", "visitsLog", "userIds", "annotations"] as const;
/** They tell of single people. */
const SENSITIVE = new Set<string>(["visitsLog", "userIds"]);
const VIEWS = { shown: "shown", empty: "shown", refused: "refused", unknown: "unknown" } as const;

/** What anyone can open of one site, what was refused, and whether it holds what looks like personal data. */
export function ProbeFacts({ probe }: { probe: SiteProbe }) {
  const t = useTranslations("outside");
  const format = useFormatter();
  const { annotationAuthors: authors } = probe;
  const views = (["shown", "refused", "unknown"] as const).map((view) => ({
    view,
    parts: PARTS.filter((part) => VIEWS[probe[part]] === view),
  }));
  return (
    <>
      <DetailList
        facts={[
          ...views
            .filter(({ parts }) => parts.length > 0)
            .map(({ view, parts }) => ({
              label: t(`site.${view}`),
              value: format.list(
                parts.map((part) => {
                  const names = part === "annotations" && authors ? t("site.authors", { count: authors }) : "";
                  const isDanger = view === "shown" && (SENSITIVE.has(part) || names !== "");
                  return (
                    <span key={part} className={isDanger ? "text-danger" : view === "unknown" ? "text-caution" : ""}>
                      {names || t(`site.${part}`)}
                    </span>
                  );
                }),
                { type: "unit" },
              ),
            })),
          { label: t("site.personal"), value: <PersonalFacts personal={probe.personal} /> },
        ]}
      />
      {probe.trouble !== null && (
        <p className="text-caution text-sm">
          {t(`cause.${probe.trouble}.what`)} {t(`cause.${probe.trouble}.remedy`)}
        </p>
      )}
    </>
  );
}

/** What looks like personal data, where, and how many pages; each example is masked. */
function PersonalFacts({ personal }: Pick<SiteProbe, "personal">) {
  const t = useTranslations("outside.personal");
  if (personal === null) return <span className="text-caution">{t("unknown")}</span>;
  if (personal.length === 0) return t("none");
  return (
    <>
      <ul className="flex flex-col gap-1">
        {personal.map(({ masked, ...found }) => (
          <li key={`${found.kind} ${found.where} ${masked}`} className="font-medium text-danger">
            {t.rich("found", {
              ...found,
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
