import { type Sql, sql } from "@/lib/platform/db/sql";
import type { AuditFacts } from "./schema";

/** A time in which `anonymous` was a Super User, so that every site was public; `until` null: it is so still. */
export type EverySiteTime = { since: Date; until: Date | null; seqs: number[] };

const KIND = "anonymous-super-user";

/** The events that begin and end such times. */
export const aboutEverySite: Sql = sql`
  (type IN ('finding.opened', 'finding.closed') AND facts LIKE ${`%"finding":"${KIND}"%`})`;

/** Finds the times in which every site was public. Takes events in order; what is not about them is left. */
export class EverySiteTimes {
  readonly #all: EverySiteTime[] = [];

  add({ seq, at, facts }: { seq: number; at: Date; facts: AuditFacts }): void {
    if ((facts.type !== "finding.opened" && facts.type !== "finding.closed") || facts.finding !== KIND) return;
    const last = this.#all.at(-1);
    const open = last?.until === null ? last : null;
    if (facts.type === "finding.opened" && !open) this.#all.push({ since: at, until: null, seqs: [seq] });
    if (facts.type === "finding.closed" && open) {
      open.until = at;
      open.seqs.push(seq);
    }
  }

  /** Those that touch the time from `from` up to `to`, oldest first; what ended after it has not ended in it. */
  within({ from, to }: { from: Date; to: Date }): EverySiteTime[] {
    return this.#all
      .filter(({ since, until }) => since < to && (until === null || until > from))
      .map((time) => (time.until !== null && time.until > to ? { ...time, until: null } : time));
  }
}
