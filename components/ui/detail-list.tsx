import type { ReactNode } from "react";

type DetailListProps = { facts: readonly { label: string; value: ReactNode }[] };

/** What is known of one thing, a line each. */
export function DetailList({ facts }: DetailListProps) {
  return (
    <dl className="grid w-full grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-2 text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-faint">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
