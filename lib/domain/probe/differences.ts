import { z } from "zod";
import { NAMED_OUTSIDE, type UnreadableReason, unreadableReasons } from "./terms";

const differencesSchema = z.object({
  unexpected: z.array(z.number()),
  unreadable: z.array(z.object({ id: z.number(), reason: z.enum(unreadableReasons) })),
});
/** The first 50 sites of each kind of a probe, as portal_probe keeps them. */
type Differences = z.infer<typeof differencesSchema>;

/** What portal_probe.differences holds of them. */
export function differencesText(unexpected: readonly number[], unreadable: Differences["unreadable"]): string {
  return JSON.stringify({
    unexpected: unexpected.slice(0, NAMED_OUTSIDE),
    unreadable: unreadable.slice(0, NAMED_OUTSIDE),
  } satisfies Differences);
}

/** Reads them back. */
export function differencesOf(text: string): Differences {
  return differencesSchema.parse(JSON.parse(text));
}

/** Each site with why it probably is not readable. */
export function withReasons(
  siteIds: readonly number[],
  reasonOf: (siteId: number) => UnreadableReason,
): Differences["unreadable"] {
  return siteIds.slice(0, NAMED_OUTSIDE).map((id) => ({ id, reason: reasonOf(id) }));
}
