import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import type { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { type CoreGap, type Protection, type ProtectionStatus, protections } from "@/lib/reports/core-gap/schema";
import { SettingsCard } from "./settings-card";

/** Says a message of the room `coreGap`, in the language of whoever reads. */
type CoreGapTranslator = ReturnType<typeof useTranslations<"coreGap">>;

const STYLES: Record<ProtectionStatus, { icon: LucideIcon; ink: string }> = {
  has: { icon: CircleCheck, ink: "text-ink-soft" },
  lacks: { icon: CircleX, ink: "text-caution" },
  unknown: { icon: CircleHelp, ink: "text-caution" },
};

/** Which of Matomo's own protections the installed version has, what each leaves open, and what the portal does. */
export function CoreGapCard({ gap, t }: { gap: CoreGap; t: CoreGapTranslator }) {
  const version = gap.version;
  return (
    <SettingsCard
      title={t("title")}
      description={
        <>
          <p>{t("meaning")}</p>
          <p>{version === null ? t("noVersion") : t("version", { version })}</p>
        </>
      }
    >
      <ul className="flex flex-col gap-5">
        {protections.map((protection) => (
          <ProtectionItem key={protection} protection={protection} standing={gap.standings[protection]} t={t} />
        ))}
      </ul>
    </SettingsCard>
  );
}

type ProtectionItemProps = { protection: Protection; standing: ProtectionStatus; t: CoreGapTranslator };

function ProtectionItem({ protection, standing: status, t }: ProtectionItemProps) {
  const { icon: Icon, ink } = STYLES[status];
  return (
    <li className="text-sm">
      <h3 className="font-medium">{t(`name.${protection}`)}</h3>
      <p className={cn("mt-1 flex gap-2 font-medium", ink)}>
        <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        {t(`standing.${status}`)}
      </p>
      <p className="mt-1 text-ink-soft">{t(`since.${protection}`)}</p>
      <dl className="mt-1 text-ink-soft">
        <Part term={t("open")}>{t(`leavesOpen.${protection}`)}</Part>
        <Part term={t("portal")}>{t(`instead.${protection}`)}</Part>
      </dl>
    </li>
  );
}

function Part({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="inline font-medium text-ink">{term}</dt> <dd className="inline">{children}</dd>
    </div>
  );
}
