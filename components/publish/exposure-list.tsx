"use client";

import { CircleHelp, Eye, EyeOff, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { useDates } from "@/components/ui/use-dates";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";
import { exposureWords } from "./exposure-words";

const STYLES = {
  yes: { icon: Eye, style: "text-ink-faint" },
  personal: { icon: TriangleAlert, style: "text-danger" },
  unknown: { icon: CircleHelp, style: "text-caution" },
  no: { icon: EyeOff, style: "text-ink-faint" },
};

/** What strangers get, read from this Matomo's own settings and these sites. */
export function ExposureList({ consequences }: { consequences: PublishConsequences }) {
  const say = useTranslations("publish");
  const dates = useDates();
  return (
    <section className="flex flex-col gap-3 text-sm">
      <h3 className="font-semibold">{say("see.title")}</h3>
      <ul className="flex flex-col gap-2">
        {exposureWords(say, consequences, (iso) => dates.dayOf(iso, "UTC")).map(({ words, shown }) => {
          const { icon: Icon, style } = STYLES[shown];
          return (
            <li key={words} className="flex gap-2.5">
              <Icon className={cn("mt-0.5 size-4 shrink-0", style)} aria-hidden="true" />
              <span>{words}</span>
            </li>
          );
        })}
      </ul>
      <p className="text-ink-soft">{say("see.copies")}</p>
      <h3 className="mt-2 font-semibold">{say("landing.title")}</h3>
      <p>{say(`landing.${consequences.landing.report.kind}`)}</p>
    </section>
  );
}
