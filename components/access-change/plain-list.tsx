import type { ReactNode } from "react";

/** What an action means, one sentence each; always the same sentences in the same order. */
export function PlainList({ sentences }: { sentences: readonly ReactNode[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1.5 ps-5 text-sm marker:text-ink-faint">
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no other name and never change places
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}
