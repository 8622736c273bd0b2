import type { GrantOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { namedOf } from "./named-of";

/** What was made public last in this tab: for its last step, which a reload shows again and never repeats. */
export type Published = {
  /** whose doing it was: nobody else is shown it as their own */
  login: string;
  /** when it was done (ISO 8601): what is public now may be something else since */
  at: string;
  siteIds: readonly number[];
  named: readonly NamedSite[];
  /** the last public day, `YYYY-MM-DD`; null is no end */
  endsOn: string | null;
  outcome: GrantOutcome;
  /** it was taken back from the last step */
  isPrivateAgain: boolean;
};

const KEY = "public-access.published";

export function keepPublished(published: Published): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(published));
}

/** Null when this person made nothing public in this tab, or what is kept is not what keepPublished wrote. */
export function readPublished(login: string): Published | null {
  const kept = window.sessionStorage.getItem(KEY);
  if (kept === null) return null;
  try {
    const published: unknown = JSON.parse(kept);
    return isPublished(published) && published.login === login ? published : null;
  } catch {
    return null;
  }
}

export function forgetPublished(): void {
  window.sessionStorage.removeItem(KEY);
}

/** The sites that became public, to be made private again; null when only how many is known. */
export function newlyPublic(
  { siteIds, named, outcome }: Published,
  unnamed: (id: number) => string,
): NamedSite[] | null {
  if (outcome.alreadyPublic.length < outcome.alreadyPublicCount) return null;
  const already = new Set(outcome.alreadyPublic.map(({ id }) => id));
  const known = new Map([...named, ...outcome.granted].map((site) => [site.id, site]));
  return namedOf(
    siteIds.filter((id) => !already.has(id)),
    [...known.values()],
    unnamed,
  );
}

function isPublished(value: unknown): value is Published {
  if (typeof value !== "object" || value === null) return false;
  const { login, at, siteIds, named, endsOn, outcome, isPrivateAgain } = value as Record<keyof Published, unknown>;
  return (
    typeof login === "string" &&
    typeof at === "string" &&
    !Number.isNaN(Date.parse(at)) &&
    Array.isArray(siteIds) &&
    Array.isArray(named) &&
    (endsOn === null || typeof endsOn === "string") &&
    typeof isPrivateAgain === "boolean" &&
    isOutcome(outcome)
  );
}

function isOutcome(value: unknown): value is GrantOutcome {
  if (typeof value !== "object" || value === null) return false;
  const { grantedCount, granted, alreadyPublic, alreadyPublicCount, mailCount, unreachable } = value as Record<
    keyof GrantOutcome,
    unknown
  >;
  return (
    [grantedCount, alreadyPublicCount, mailCount].every((count) => typeof count === "number") &&
    [granted, alreadyPublic, unreachable].every((list) => Array.isArray(list))
  );
}
