import type { ChangedSites } from "@/lib/messaging/alerts/changed-sites";
import type { NamedSite } from "./schema";

/** Sites of a change for the person who made it. */
export function namedSites({ named }: ChangedSites): NamedSite[] {
  return named.map(({ id, name }) => ({ id, name }));
}
