"use client";

import { Ban, CircleHelp, Eye } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import type { SiteProbe } from "@/lib/domain/probe/schema";
import type { OutsideView } from "@/lib/domain/probe/terms";
import { PersonalFacts } from "./personal-facts";

const ICONS = { shown: Eye, empty: Eye, refused: Ban, unknown: CircleHelp };
/** They tell of single people. */
const SENSITIVE = new Set(["visitsLog", "userIds"]);

/** What strangers got of one site, part by part, and whether it holds what looks like personal data. */
export function ProbeFacts({ probe }: { probe: SiteProbe }) {
  const t = useTranslations("outside");
  const parts = ["dashboard", "reports", "visitsLog", "userIds", "annotations"] as const;
  return (
    <>
      <dl className="grid w-full grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-2 text-sm">
        {parts.map((part) => (
          <div key={part} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-faint">{t(`site.${part}`)}</dt>
            <dd>
              <View view={probe[part]} isSensitive={SENSITIVE.has(part)} />
              {part === "annotations" && probe.annotationAuthors ? (
                <span className="text-danger"> {t("site.authors", { count: probe.annotationAuthors })}</span>
              ) : null}
            </dd>
          </div>
        ))}
        <div className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-faint">{t("site.personal")}</dt>
          <dd className="min-w-0">
            <PersonalFacts personal={probe.personal} />
          </dd>
        </div>
      </dl>
      {probe.trouble !== null && (
        <p className="text-caution text-sm">
          {t(`trouble.${probe.trouble}.what`)} {t(`trouble.${probe.trouble}.remedy`)}
        </p>
      )}
    </>
  );
}

function View({ view, isSensitive }: { view: OutsideView; isSensitive: boolean }) {
  const t = useTranslations("outside.view");
  const Icon = ICONS[view];
  const isOpen = view === "shown" || view === "empty";
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5",
        view === "unknown" && "text-caution",
        isSensitive && isOpen && "text-danger",
      )}
    >
      <Icon className="size-4 shrink-0" aria-hidden="true" /> {t(view)}
    </span>
  );
}
