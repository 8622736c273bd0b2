import type { AuditType } from "@/lib/ledger/audit/schema";
import type { Beginning } from "./terms";

type PublicAccessType = Extract<AuditType, `public-access.${string}`>;
type Effect = { opens: Beginning } | { closes: "revoked" | "locked" | "paused" | "outside" } | { does: "extend" };

/** What each event about public access does to the sites it names. A new event does not compile without. */
const EFFECTS: Record<PublicAccessType, Effect | null> = {
  "public-access.baseline": { opens: "before-portal" },
  "public-access.granted": { opens: "granted" },
  "public-access.granted-outside": { opens: "outside" },
  "public-access.resumed": { opens: "resumed" },
  "public-access.revoked": { closes: "revoked" },
  "public-access.revoked-outside": { closes: "outside" },
  "public-access.locked": { closes: "locked" },
  "public-access.paused": { closes: "paused" },
  "public-access.extended": { does: "extend" },
  "public-access.unlocked": null,
  "public-access.pause-dropped": null,
  "public-access.end-near": null,
  "public-access.kept": null,
  "public-access.lapse-near": null,
  "public-access.reduced-to-view": null,
  "public-access.rows-removed": null,
};

const EFFECT_OF = new Map<string, Effect | null>(Object.entries(EFFECTS));

/** What an event of this type does to its sites; null: nothing. */
export function effectOf(type: string): Effect | null {
  return EFFECT_OF.get(type) ?? null;
}

/** What is read from the beginning of the log: what made sites public and private, and when that was forbidden. */
export const STORY_TYPES = [
  ...Object.entries(EFFECTS).flatMap(([type, effect]) => (effect ? [type] : [])),
  "public-access.unlocked",
  "public-access.pause-dropped",
];

/** What is read of the month alone: what else people were told of. */
export const MONTH_TYPES: readonly AuditType[] = [
  "public-access.end-near",
  "public-access.lapse-near",
  "public-access.reduced-to-view",
  "public-access.rows-removed",
  "finding.opened",
  "finding.changed",
  "finding.closed",
  "finding.acknowledged",
  "reminder.queued",
];
