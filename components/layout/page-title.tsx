import type { ReactNode } from "react";

type PageTitleProps = {
  title: string;
  /** at the end of its line: how old the page is */
  aside?: ReactNode;
  children?: ReactNode;
};

export function PageTitle({ title, aside, children }: PageTitleProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
      <div className="min-w-0">
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {children && <p className="mt-1 max-w-2xl text-ink-soft text-sm">{children}</p>}
      </div>
      {aside}
    </div>
  );
}
