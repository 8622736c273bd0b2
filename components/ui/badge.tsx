import { cva, type VariantProps } from "class-variance-authority";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

const badgeStyles = cva(
  "inline-flex items-center gap-1.5 rounded-xl border px-2.5 py-0.5 font-medium text-[0.8125rem] [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-line bg-surface-sunken text-ink-soft",
        accent: "border-transparent bg-accent-soft text-accent",
        danger: "border-danger-line bg-danger-soft text-danger",
        alarm: "border-transparent bg-danger-fill text-on-danger",
        caution: "border-caution-line bg-caution-soft text-caution",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

type BadgeProps = VariantProps<typeof badgeStyles> & { icon?: LucideIcon; children: ReactNode };

export function Badge({ tone, icon: Icon, children }: BadgeProps) {
  return (
    <span className={badgeStyles({ tone })}>
      {Icon && <Icon aria-hidden="true" />}
      {children}
    </span>
  );
}
