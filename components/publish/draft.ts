import { z } from "zod";
import { endShape } from "@/components/access-change/end-form-schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { forgetPublished } from "./published";
import { keptSites, readKept } from "./read-kept";

/** What somebody is about to make public, as far as they have come. Never a password or a code. */
const draftSchema = z.object({
  /** whose it is: somebody else who signs in in the same tab never goes on with it */
  login: z.string(),
  siteIds: z.array(z.int().min(1)).min(1),
  /** at most 1,000 of them, to be named */
  named: keptSites,
  reason: z.string(),
  ...endShape,
  typedCount: z.string(),
  /** what publishing exactly these sites means was read, and gone on from */
  hasRead: z.boolean(),
  /** it was sent and nothing came back: these sites may be public */
  isUncertain: z.boolean(),
});
export type PublishDraft = z.infer<typeof draftSchema>;

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
  const sites = { siteIds: [...siteIds], named: named.map(({ id, name }) => ({ id, name })) };
  keepDraft(askedAnew({ login, reason, end, date, typedCount: "", hasRead: false, isUncertain: false, ...sites }));
  forgetPublished();
  return "consequences";
}

/** The same draft for these sites as well. */
export function adding(draft: PublishDraft, sites: readonly NamedSite[]): PublishDraft {
  const known = new Set(draft.siteIds);
  const added = sites.filter(({ id }) => !known.has(id));
  return askedAnew({
    ...draft,
    siteIds: [...draft.siteIds, ...added.map(({ id }) => id)],
    named: [...draft.named, ...added],
  });
}

/** The same draft for fewer sites. */
export function leavingOut(draft: PublishDraft, siteIds: readonly number[]): PublishDraft {
  const out = new Set(siteIds);
  return askedAnew({
    ...draft,
    siteIds: draft.siteIds.filter((id) => !out.has(id)),
    named: draft.named.filter(({ id }) => !out.has(id)),
  });
}

/** Of other sites it is asked anew what publishing them means, and how many they are. */
function askedAnew(draft: PublishDraft): PublishDraft {
  const siteIds = [...new Set(draft.siteIds)].sort((a, b) => a - b);
  return { ...draft, siteIds, named: draft.named.slice(0, MAX_NAMED), typedCount: "", hasRead: false };
}

/** Keeps what was typed, so that a reload, a step back or an ended session loses nothing. */
export function keepDraft(draft: PublishDraft): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(draft));
}

/** What somebody is publishing in this tab; null when it is nothing, no draft, or somebody else's. */
export function readDraft(login: string): PublishDraft | null {
  return readKept(KEY, draftSchema, login);
}

export function forgetDraft(): void {
  window.sessionStorage.removeItem(KEY);
}
