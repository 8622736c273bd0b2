import type { NamedSite } from "@/lib/domain/publications/schema";
import { forgetPublished } from "./published";

/** Ends that the flow offers: days from today, another date, or none. */
const draftEnds = ["30", "90", "365", "date", "none"] as const;
export type DraftEnd = (typeof draftEnds)[number];

/** What somebody is about to make public, as far as they have come. Never a password or a code. */
export type PublishDraft = {
  /** whose it is: somebody else who signs in in the same tab never goes on with it */
  login: string;
  siteIds: number[];
  /** at most 1,000 of them, to be named */
  named: NamedSite[];
  reason: string;
  end: DraftEnd;
  /** for another date, `YYYY-MM-DD`; else empty */
  date: string;
  typedCount: string;
  /** what publishing exactly these sites means was read, and gone on from */
  hasRead: boolean;
  /** it was sent and nothing came back: these sites may be public */
  isUncertain: boolean;
};

type Chosen = readonly NamedSite[] | { siteIds: readonly number[]; named: readonly NamedSite[] };

// The tab's own storage: gone with the tab, never sent anywhere.
const KEY = "public-access.publish";
const MAX_NAMED = 1_000;

/**
 * Begins to publish exactly these sites. Of what the same person had begun before in this tab, the reason and the end
 * stay; what it means, and how many sites they are, is asked anew. While nobody knows whether that was done, nothing new
 * is begun.
 * @returns the step to go to: which sites they are was decided where they were chosen
 */
export function startPublishing(chosen: Chosen, login: string): "consequences" | "prove" {
  const { siteIds, named } = "siteIds" in chosen ? chosen : { siteIds: chosen.map(({ id }) => id), named: chosen };
  const before = readDraft(login);
  if (before?.isUncertain) return "prove";
  const { reason = "", end = "90", date = "" } = before ?? {};
  keepDraft({
    login,
    siteIds: [...new Set(siteIds)].sort((a, b) => a - b),
    named: named.slice(0, MAX_NAMED).map(({ id, name }) => ({ id, name })),
    ...{ reason, end, date },
    typedCount: "",
    hasRead: false,
    isUncertain: false,
  });
  forgetPublished();
  return "consequences";
}

/** The same draft for these sites as well: what it means, and how many they are, is asked anew. */
export function adding(draft: PublishDraft, sites: readonly NamedSite[]): PublishDraft {
  const known = new Set(draft.siteIds);
  const added = sites.filter(({ id }) => !known.has(id));
  return {
    ...draft,
    siteIds: [...draft.siteIds, ...added.map(({ id }) => id)].sort((a, b) => a - b),
    named: [...draft.named, ...added].slice(0, MAX_NAMED),
    typedCount: "",
    hasRead: false,
  };
}

/** The same draft for fewer sites: what it means, and how many they are, is asked anew. */
export function leavingOut(draft: PublishDraft, siteIds: readonly number[]): PublishDraft {
  const out = new Set(siteIds);
  return {
    ...draft,
    siteIds: draft.siteIds.filter((id) => !out.has(id)),
    named: draft.named.filter(({ id }) => !out.has(id)),
    typedCount: "",
    hasRead: false,
  };
}

/** Keeps what was typed, so that a reload, a step back or an ended session loses nothing. */
export function keepDraft(draft: PublishDraft): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(draft));
}

/** What somebody is publishing in this tab; null when it is nothing, no draft, or somebody else's. */
export function readDraft(login: string): PublishDraft | null {
  const kept = window.sessionStorage.getItem(KEY);
  if (kept === null) return null;
  try {
    const draft: unknown = JSON.parse(kept);
    return isDraft(draft) && draft.login === login ? draft : null;
  } catch {
    return null;
  }
}

export function forgetDraft(): void {
  window.sessionStorage.removeItem(KEY);
}

function isDraft(value: unknown): value is PublishDraft {
  if (typeof value !== "object" || value === null) return false;
  const { login, siteIds, named, reason, end, date, typedCount, hasRead, isUncertain } = value as Record<
    keyof PublishDraft,
    unknown
  >;
  return (
    Array.isArray(siteIds) &&
    siteIds.length > 0 &&
    siteIds.every((id) => Number.isInteger(id) && id > 0) &&
    Array.isArray(named) &&
    named.every(isNamed) &&
    [login, reason, date, typedCount].every((text) => typeof text === "string") &&
    [hasRead, isUncertain].every((flag) => typeof flag === "boolean") &&
    draftEnds.some((known) => known === end)
  );
}

function isNamed(value: unknown): value is NamedSite {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    Number.isInteger(value.id) &&
    "name" in value &&
    typeof value.name === "string"
  );
}
