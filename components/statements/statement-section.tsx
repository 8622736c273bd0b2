import type { ReactNode } from "react";

/** A part of a statement under its heading. */
export function StatementSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** How many rows the page leaves to the file. */
export function MoreRows({ intl }: { intl: string | null }) {
  return intl === null ? null : <p className="text-ink-soft text-sm">{intl}</p>;
}
