import type { MendAction } from "@/components/findings/finding-actions";
import type { PauseState, SiteRow } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";

/** A dialog over the list, with what it is about. */
export type OpenDialog =
  | { dialog: "revoke"; sites: readonly NamedSite[] }
  | { dialog: "mend"; action: MendAction; sites: readonly NamedSite[] }
  | { dialog: "extend"; site: SiteRow }
  | { dialog: "lock" | "unlock" | "pause" }
  | { dialog: "resume" | "drop-pause"; pause: PauseState };
