import type { AuditType } from "./schema";

type PublicAccessType = Extract<AuditType, `public-access.${string}`>;
export type SiteEffect =
  | { does: "open"; how: "granted" | "resumed" | "outside" | "before-portal" }
  | { does: "close"; how: "revoked" | "locked" | "paused" | "outside" }
  | { does: "extend"; how: null }
  | { does: "lift"; how: "unlocked" | "pause-dropped" };

/**
 * What each event about public access does to the sites it names: they become public or private, their end moves, or what
 * kept sites private is lifted; null: nothing. A new event does not compile without.
 */
const EFFECTS: Record<PublicAccessType, SiteEffect | null> = {
  "public-access.baseline": { does: "open", how: "before-portal" },
  "public-access.granted": { does: "open", how: "granted" },
  "public-access.granted-outside": { does: "open", how: "outside" },
  "public-access.resumed": { does: "open", how: "resumed" },
  "public-access.revoked": { does: "close", how: "revoked" },
  "public-access.revoked-outside": { does: "close", how: "outside" },
  "public-access.locked": { does: "close", how: "locked" },
  "public-access.paused": { does: "close", how: "paused" },
  "public-access.extended": { does: "extend", how: null },
  "public-access.block-explained": null,
  "public-access.unlocked": { does: "lift", how: "unlocked" },
  "public-access.pause-dropped": { does: "lift", how: "pause-dropped" },
  "public-access.end-near": null,
  "public-access.kept": null,
  "public-access.lapse-near": null,
  "public-access.reduced-to-view": null,
  "public-access.rows-removed": null,
};

const EFFECT_OF = new Map<string, SiteEffect | null>(Object.entries(EFFECTS));

/** What an event of this type does to its sites; null: nothing. */
export function effectOf(type: string): SiteEffect | null {
  return EFFECT_OF.get(type) ?? null;
}

/** The types of event whose effect is one of those. */
export function typesThat(isOne: (effect: SiteEffect) => boolean): string[] {
  return Object.entries(EFFECTS).flatMap(([type, effect]) => (effect && isOne(effect) ? [type] : []));
}

/** Whether sites become public by it. The baseline makes nothing public: it says what was. */
export function makesPublic(effect: SiteEffect): boolean {
  return effect.does === "open" && effect.how !== "before-portal";
}

/** Whether sites become private by it. */
export function makesPrivate(effect: SiteEffect): boolean {
  return effect.does === "close";
}
