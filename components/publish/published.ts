import { z } from "zod";
import type { GrantOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { namedOf } from "./named-of";
import { keptSites, readKept } from "./read-kept";

/** What was made public last in this tab: for its last step, which a reload shows again and never repeats. */
const publishedSchema = z.object({
  /** whose doing it was: nobody else is shown it as their own */
  login: z.string(),
  /** when it was done: what is public now may be something else since */
  at: z.iso.datetime(),
  siteIds: z.array(z.int()),
  named: keptSites,
  /** the last public day, `YYYY-MM-DD`; null is no end */
  endsOn: z.string().nullable(),
  outcome: z.object({
    grantedCount: z.number(),
    granted: keptSites,
    alreadyPublic: z.array(
      keptSites.element.extend({ grantedBy: z.string().nullable(), since: z.string().nullable() }),
    ),
    alreadyPublicCount: z.number(),
    mailCount: z.number(),
    unreachable: z.array(z.string()),
  }) satisfies z.ZodType<GrantOutcome>,
});
export type Published = z.infer<typeof publishedSchema>;

const KEY = "public-access.published";

export function keepPublished(published: Published): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(published));
}

/** Null when this person made nothing public in this tab, or what is kept is not what keepPublished wrote. */
export function readPublished(login: string): Published | null {
  return readKept(KEY, publishedSchema, login);
}

export function forgetPublished(): void {
  window.sessionStorage.removeItem(KEY);
}

/** The sites that became public, to be made private again; null when only how many is known. */
export function newlyPublic({ siteIds, named, outcome }: Published): NamedSite[] | null {
  if (outcome.alreadyPublic.length < outcome.alreadyPublicCount) return null;
  const already = new Set(outcome.alreadyPublic.map(({ id }) => id));
  const known = new Map([...named, ...outcome.granted].map((site) => [site.id, site]));
  return namedOf(
    siteIds.filter((id) => !already.has(id)),
    [...known.values()],
  );
}
