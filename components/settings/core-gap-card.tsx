import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import type { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { type CoreGap, type Protection, type ProtectionStatus, protections } from "@/lib/reports/core-gap/schema";
import { SettingsCard } from "./settings-card";

/** Says a message of the room `coreGap`, in the language of whoever reads. */
type SayCoreGap = ReturnType<typeof useTranslations<"coreGap">>;

const STYLES: Record<ProtectionStatus, { icon: LucideIcon; ink: string }> = {
  has: { icon: CircleCheck, ink: "text-ink-soft" },
  lacks: { icon: CircleX, ink: "text-caution" },
  unknown: { icon: CircleHelp, ink: "text-caution" },
};

/** Which of Matomo's own protections the installed version has, what each leaves open, and what the portal does. */
export function CoreGapCard({ gap, say }: { gap: CoreGap; say: SayCoreGap }) {
  const version = gap.version;
  return (
    <SettingsCard
      title={say("title")}
      description={
        <>
          <p>{say("meaning")}</p>
          <p>{version === null ? say("noVersion") : say("version", { version })}</p>
        </>
      }
    >
      <ul className="flex flex-col gap-5">
        {protections.map((protection) => (
          <ProtectionItem key={protection} protection={protection} standing={gap.standings[protection]} say={say} />
        ))}
      </ul>
    </SettingsCard>
  );
}

type ProtectionItemProps = { protection: Protection; standing: ProtectionStatus; say: SayCoreGap };

function ProtectionItem({ protection, standing: status, say }: ProtectionItemProps) {
  const { icon: Icon, ink } = STYLES[status];
  return (
    <li className="text-sm">
      <h3 className="font-medium">{say(`name.${protection}`)}</h3>
      <p className={cn("mt-1 flex gap-2 font-medium", ink)}>
        <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        {say(`standing.${status}`)}
      </p>
      <p className="mt-1 text-ink-soft">{say(`since.${protection}`)}</p>
      <dl className="mt-1 text-ink-soft">
        <Part term={say("open")}>{say(`leavesOpen.${protection}`)}</Part>
        <Part term={say("portal")}>{say(`instead.${protection}`)}</Part>
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
