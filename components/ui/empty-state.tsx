import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = { icon: LucideIcon; title: string; children?: ReactNode };

export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-16 text-center">
      <Icon className="size-6 text-ink-faint" aria-hidden="true" />
      <p className="font-medium">{title}</p>
      {children && <div className="flex max-w-md flex-col items-center gap-4 text-ink-soft text-sm">{children}</div>}
    </div>
  );
}
