import type { Say } from "./say";

type Named = { id: number; name: string };

/** The same sites, with those that Matomo has deleted called so in the reader's language. */
export function withNames<S extends Named>(sites: readonly S[], say: Say): S[] {
  return sites.map((site) => ({ ...site, name: nameOf(site, say) }));
}

/** The facts name a deleted site in English, as the audit log does (lib/messaging/alerts/changed-sites.ts). */
function nameOf({ id, name }: Named, say: Say): string {
  return name === `Site ${id} (deleted in Matomo)` ? say.text("watched.deletedSite", { id: String(id) }) : name;
}
