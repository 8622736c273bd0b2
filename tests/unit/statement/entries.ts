import type { AuditEntry, AuditFacts } from "@/lib/ledger/audit/schema";
import { asTyped } from "@/lib/platform/typed-text-terms";

/** The first 50 are named, as the verbs do it. */
function eventSites(ids: readonly number[]) {
  return {
    siteIds: [...ids],
    sites: ids.slice(0, 50).map((id) => ({ id, name: `Shop ${id}`, url: "https://x.example" })),
  };
}

type Made = { at: string; by?: string; facts: AuditFacts };

/** Events as the log gives them, numbered from 1. */
export function entries(made: readonly Made[]): AuditEntry[] {
  return made.map(({ at, by, facts }, index) => ({
    seq: index + 1,
    at,
    actor: by ? { type: "superUser", login: by } : { type: "system", job: "watch" },
    ip: null,
    browser: null,
    facts,
  }));
}

const at = (moment: string) => new Date(moment).toISOString();

export const baseline = (moment: string, ids: number[]): Made => ({
  at: at(moment),
  facts: { type: "public-access.baseline", ...eventSites(ids) },
});
export const granted = (moment: string, ids: number[], by = "anna", until: string | null = null): Made => ({
  at: at(moment),
  by,
  facts: { type: "public-access.granted", ...eventSites(ids), reason: asTyped(`by ${by}`), until, unreachable: [] },
});
export const extended = (moment: string, ids: number[], until: string | null): Made => ({
  at: at(moment),
  by: "bob",
  facts: { type: "public-access.extended", ...eventSites(ids), until },
});
export const revoked = (moment: string, ids: number[], by: string | null = "bob"): Made => ({
  at: at(moment),
  ...(by === null ? {} : { by }),
  facts: {
    type: "public-access.revoked",
    ...eventSites(ids),
    cause: by === null ? "expired" : "super-user",
    unreachable: [],
  },
});
export const appeared = (moment: string, ids: number[]): Made => ({
  at: at(moment),
  facts: { type: "public-access.granted-outside", ...eventSites(ids) },
});
export const vanished = (moment: string, ids: number[]): Made => ({
  at: at(moment),
  facts: { type: "public-access.revoked-outside", ...eventSites(ids) },
});
export const paused = (moment: string, ids: number[]): Made => ({
  at: at(moment),
  by: "bob",
  facts: { type: "public-access.paused", ...eventSites(ids), reason: asTyped("incident") },
});
export const resumed = (moment: string, ids: number[]): Made => ({
  at: at(moment),
  by: "carol",
  facts: { type: "public-access.resumed", ...eventSites(ids), left: 0 },
});
export const locked = (moment: string, ids: number[]): Made => ({
  at: at(moment),
  by: "bob",
  facts: { type: "public-access.locked", ...eventSites(ids), reason: asTyped("audit") },
});
export const unlocked = (moment: string): Made => ({
  at: at(moment),
  by: "anna",
  facts: { type: "public-access.unlocked" },
});
