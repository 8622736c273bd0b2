import type { ReactNode } from "react";

/** A command within a sentence of any direction. */
export function inCode(command: ReactNode): ReactNode {
  return (
    <code dir="ltr" className="rounded bg-surface-sunken px-1 py-0.5 text-[0.8125rem]">
      {command}
    </code>
  );
}
