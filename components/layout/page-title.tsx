import type { ReactNode } from "react";
import { ReadAgain } from "./read-again";

type PageTitleProps = {
  title: string;
  /** when what the page shows was read (ISO 8601) */
  readAt?: string;
  /** whether coming back to the tab reads it again; not where something may be chosen and not saved */
  byItself?: boolean;
  children?: ReactNode;
};

export function PageTitle({ title, readAt, byItself = true, children }: PageTitleProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
      <div className="min-w-0">
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {children && <p className="mt-1 max-w-2xl text-ink-soft text-sm">{children}</p>}
      </div>
      {readAt !== undefined && <ReadAgain readAt={readAt} byItself={byItself} />}
    </div>
  );
}
