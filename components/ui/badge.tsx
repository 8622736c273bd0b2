import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  neutral: "border-line bg-surface-sunken text-ink-soft",
  accent: "border-transparent bg-accent-soft text-accent",
  danger: "border-danger-line bg-danger-soft text-danger",
  alarm: "border-transparent bg-danger-fill text-on-danger",
  caution: "border-caution-line bg-caution-soft text-caution",
};

type BadgeProps = { tone?: keyof typeof TONES; icon?: LucideIcon; children: ReactNode };

export function Badge({ tone = "neutral", icon: Icon, children }: BadgeProps) {
  return (
    <span className={`badge-base ${TONES[tone]}`}>
      {Icon && <Icon aria-hidden="true" />}
      {children}
    </span>
  );
}
