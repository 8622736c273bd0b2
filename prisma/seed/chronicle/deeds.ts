import type { Actor, AuditFacts, Origin } from "@/lib/ledger/audit/schema";

export const people = {
  anna: {
    login: "anna.berg",
    ip: "192.0.2.24",
    userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
  },
  jonas: {
    login: "jonas.holm",
    ip: "2001:db8:17::8a2e",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
  },
  samira: {
    login: "samira.haddad",
    ip: "198.51.100.77",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36",
  },
} as const;
export type Person = (typeof people)[keyof typeof people];

export type WatchKind = "baseline" | "appeared-outside" | "vanished-outside" | "expired";

/** One thing that happened. Sites by their names, as people write them. */
export type Deed =
  | { kind: WatchKind; at: Date; sites: readonly string[] }
  | {
      kind: "grant";
      at: Date;
      by: Person;
      sites: readonly string[];
      reason: string;
      until: Date | null;
      wrongPasswordFirst?: boolean;
      mailServerBusy?: boolean;
    }
  | { kind: "revoke"; at: Date; by: Person; sites: readonly string[] }
  | { kind: "reminder"; at: Date; period: { key: string; label: string } }
  | { kind: "event"; at: Date; actor: Actor; origin: Origin; facts: AuditFacts };

export type DeedOf<K extends Deed["kind"]> = Extract<Deed, { kind: K extends WatchKind ? WatchKind : K }>;
