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
export type Described = { kind: EventKind; sentence: string; details: { label: string; value: string }[] };

/** An event in words. Details without a value are left out. */
export function described(kind: EventKind, sentence: string, details: Record<string, string | null> = {}): Described {
  return {
    kind,
    sentence,
    details: Object.entries(details).flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  };
}
