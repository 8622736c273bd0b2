import type { ReactNode } from "react";

export type EventKind =
  | "public"
  | "private"
  | "finding"
  | "roster"
  | "refused"
  | "failed"
  | "mail"
  | "session"
  | "setting";
export type EventDetail = { label: string; value: ReactNode };
export type Described = { kind: EventKind; sentence: ReactNode; details: EventDetail[] };

/** An event in words. Details without a value are left out. */
export function described(kind: EventKind, sentence: ReactNode, details: Record<string, ReactNode> = {}): Described {
  return {
    kind,
    sentence,
    details: Object.entries(details).flatMap(([label, value]) =>
      value === null || value === "" ? [] : [{ label, value }],
    ),
  };
}
