import type { ReactNode } from "react";

type StatementSectionProps = {
  id: string;
  title: string;
  /** how many rows the page leaves to the file, in words */
  more?: string | null;
  children: ReactNode;
};

/** A part of a statement under its heading. */
export function StatementSection({ id, title, more, children }: StatementSectionProps) {
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {children}
      {more && <p className="text-ink-soft text-sm">{more}</p>}
    </section>
  );
}
