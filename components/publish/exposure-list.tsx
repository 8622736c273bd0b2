"use client";

import { CircleHelp, Eye, EyeOff, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { PreviewNote } from "@/components/outside/preview-note";
import { Alert } from "@/components/ui/alert";
import { cn } from "@/components/ui/class-names";
import { useDates } from "@/components/ui/use-dates";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";
import { exposureLabel } from "./exposure-label";

const STYLES = {
  yes: { icon: Eye, style: "text-ink-faint" },
  personal: { icon: TriangleAlert, style: "text-danger" },
  unknown: { icon: CircleHelp, style: "text-caution" },
  no: { icon: EyeOff, style: "text-ink-faint" },
};

/** What anyone gets, read from this Matomo's own settings and these sites: what is dangerous first, the rest folded. */
export function ExposureList({ consequences }: { consequences: PublishConsequences }) {
  const t = useTranslations("publish");
  const dates = useDates();
  const exposed = exposureLabel(t, consequences, (iso) => dates.dayOf(iso, "UTC"));
  const dangerous = exposed.filter(({ shown }) => shown === "personal");
  const unknown = exposed.filter(({ shown }) => shown === "unknown");
  const rest = exposed.filter(({ shown }) => shown === "yes" || shown === "no");
  return (
    <section className="flex flex-col gap-3 text-sm">
      <h3 className="font-semibold">{t("see.title")}</h3>
      {dangerous.length > 0 && (
        <Alert tone="danger" title={t("see.danger")}>
          <Lines lines={dangerous} />
        </Alert>
      )}
      {unknown.length > 0 && <Lines lines={unknown} />}
      <details>
        <summary className="w-fit cursor-pointer py-1 text-accent underline">
          {t("see.rest", { count: rest.length })}
        </summary>
        <div className="mt-2 flex flex-col gap-3">
          <Lines lines={rest} />
          <p className="text-ink-soft">{t("see.copies")}</p>
          <PreviewNote />
        </div>
      </details>
    </section>
  );
}

function Lines({ lines }: { lines: ReturnType<typeof exposureLabel> }) {
  return (
    <ul className="flex flex-col gap-2">
      {lines.map(({ words, shown }) => {
        const { icon: Icon, style } = STYLES[shown];
        return (
          <li key={words} className="flex gap-2.5">
            <Icon className={cn("mt-0.5 size-4 shrink-0", style)} aria-hidden="true" />
            <span>{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
