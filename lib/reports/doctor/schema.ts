import type { Messages } from "@/messages/catalogue";

/** `unknown`: it could not be looked at; never shown as good. */
export const verdicts = ["bad", "unknown", "warning", "good"] as const;
export type Verdict = (typeof verdicts)[number];

export const groups = ["settings", "database", "matomo", "mail", "schedule", "outside"] as const;
export type Group = (typeof groups)[number];

type Words = Messages["doctor"];
/** What is looked at. */
export type CheckName = keyof Words["what"];
/** What was found; the words for it are in the room `doctor`, under `is` and, where something is to be done, `todo`. */
export type Code = keyof Words["is"];
/** What the words name: never a person, a site or a secret. */
export type Args = Record<string, string | number>;

/** One thing that was looked at. */
export type Line = { check: CheckName; verdict: Verdict; code: Code; args: Args };

/** What was found, part by part. Moments are ISO 8601. */
export type Section = { group: Group; lines: Line[] };

/** One line in the words of a language. `todo` is null where nothing is to be done. */
export type SaidLine = { check: CheckName; verdict: Verdict; what: string; is: string; todo: string | null };
export type SaidSection = { group: Group; title: string; lines: SaidLine[] };
