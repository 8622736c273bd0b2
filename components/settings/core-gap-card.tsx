import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import type { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { type CoreGap, type ProtectionStatus, protections } from "@/lib/reports/core-gap/schema";
import { SettingsCard } from "./settings-card";

const STYLES: Record<ProtectionStatus, { icon: LucideIcon; ink: string }> = {
  has: { icon: CircleCheck, ink: "text-ink-soft" },
  lacks: { icon: CircleX, ink: "text-caution" },
  unknown: { icon: CircleHelp, ink: "text-caution" },
};

type CoreGapCardProps = { gap: CoreGap; t: ReturnType<typeof useTranslations<"coreGap">> };

/** Which of Matomo's own protections the installed version has, and what each leaves open. */
export function CoreGapCard({ gap: { version, standings }, t }: CoreGapCardProps) {
  return (
    <SettingsCard
      title={t("title")}
      description={<p>{version === null ? t("noVersion") : t("meaning", { version })}</p>}
    >
      <ul className="flex flex-col gap-3 text-sm">
        {protections.map((protection) => {
          const status = standings[protection];
          const { icon: Icon, ink } = STYLES[status];
          return (
            <li key={protection}>
              <h3 className="flex flex-wrap gap-x-2 font-medium">
                {t(`name.${protection}`)}
                <span className={cn("flex items-center gap-1", ink)}>
                  <Icon className="size-4 shrink-0" aria-hidden="true" />
                  {t(`standing.${status}`)}
                </span>
              </h3>
              <p className="text-ink-soft">{t(`open.${protection}`)}</p>
            </li>
          );
        })}
      </ul>
    </SettingsCard>
  );
}
