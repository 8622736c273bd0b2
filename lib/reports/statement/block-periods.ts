import type { AuditEntry } from "@/lib/ledger/audit/schema";
import type { Bounds } from "./policy";
import type { BlockPeriod } from "./schema";

type Step = { begins: true } | { ends: NonNullable<BlockPeriod["ended"]> };

const LOCK: Record<string, Step> = {
  "public-access.locked": { begins: true },
  "public-access.unlocked": { ends: "lifted" },
  "public-access.resumed": { ends: "resumed" },
};
const PAUSE: Record<string, Step> = {
  "public-access.paused": { begins: true },
  "public-access.resumed": { ends: "resumed" },
  "public-access.pause-dropped": { ends: "dropped" },
};

/** Older versions had a lock and a pause beside each other; what ends a block of today ends both. */
const END_OF_BOTH: Step = { ends: "lifted" };

function endsBoth(facts: AuditEntry["facts"]): boolean {
  return facts.type === "public-access.unlocked" && facts.left !== undefined;
}

/** When public access was blocked, or paused by an older version. Takes events in order. */
export class BlockPeriods {
  readonly #bounds: Bounds;
  readonly #steps: Record<string, Step>;
  readonly #all: BlockPeriod[] = [];

  constructor(of: "locks" | "pauses", bounds: Bounds) {
    this.#bounds = bounds;
    this.#steps = of === "locks" ? LOCK : PAUSE;
  }

  /** A pause during a pause puts more aside: it is the same pause still. */
  add({ seq, at, actor, facts }: AuditEntry): void {
    const step = endsBoth(facts) ? END_OF_BOTH : this.#steps[facts.type];
    if (!step) return;
    const by = actor.type === "superUser" ? actor.login : null;
    const last = this.#all.at(-1);
    const open = last && last.ended === null ? last : null;
    if (open) open.seqs.push(seq);
    if ("ends" in step) {
      if (!open) return;
      Object.assign(open, { until: at, endedBy: by, ended: step.ends });
      if (at <= this.#bounds.from.toISOString()) this.#all.pop();
    } else if (!open) {
      this.#all.push({ since: at, until: null, by, endedBy: null, ended: null, seqs: [seq] });
    }
  }

  /** Those that touch the time of the statement, oldest first. */
  get all(): readonly BlockPeriod[] {
    return this.#all;
  }
}
