import type { ReactNode } from "react";
import type { ActivityIntl } from "./activity-intl";

/** Text from outside within a sentence of any direction. */
export function isolated(text: ReactNode): ReactNode {
  return <bdi>{text}</bdi>;
}

/** Names one after the other, as the language lists them; null when there are none. */
export function listedNames({ format }: ActivityIntl, names: readonly string[]): ReactNode {
  if (names.length === 0) return null;
  return format.list(names.map((name) => <bdi key={name}>{name}</bdi>));
}

/** Sentences one below the other; their places are their names, for an event never changes. Null when there are none. */
export function listed(sentences: readonly ReactNode[]): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <ul>
      {sentences.map((sentence, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frozen, and two tokens may be called the same
        <li key={place}>{sentence}</li>
      ))}
    </ul>
  );
}
