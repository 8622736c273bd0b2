import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

type Tone = "calm" | "neutral" | "caution" | "danger";

const ICON_STYLE: Record<Tone, string> = {
  calm: "text-calm",
  neutral: "text-ink-faint",
  caution: "text-caution",
  danger: "text-danger",
};

type GlanceFactProps = {
  icon: LucideIcon;
  tone: Tone;
  /** what it is about: `Watch` */
  label: ReactNode;
  /** how it is, in words that need no colour */
  children: ReactNode;
};

/** One of the few facts at the top of the page: an icon, what it is about, and how it is. */
export function GlanceFact({ icon: Icon, tone, label, children }: GlanceFactProps) {
  return (
    <div className="relative min-w-0 py-3 ps-10.5 pe-4">
      <dt className="text-[0.8125rem] text-ink-faint">
        <Icon className={cn("absolute start-4 top-3.5 size-4", ICON_STYLE[tone])} aria-hidden="true" />
        {label}
      </dt>
      <dd className={cn("text-sm", (tone === "caution" || tone === "danger") && "font-medium")}>{children}</dd>
    </div>
  );
}
