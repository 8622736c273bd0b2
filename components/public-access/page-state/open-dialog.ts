import type { MendAction } from "@/components/findings/finding-actions";
import type { BlockState, SiteRow } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { FindingKind } from "@/lib/ledger/facts/finding-terms";

/** A dialog over the list, with what it is about. */
export type OpenDialog =
  /** `proof`: it was asked for, and the last one was too long ago */
  | { dialog: "revoke"; sites: readonly NamedSite[]; proof?: boolean }
  | { dialog: "mend"; action: MendAction; sites: readonly NamedSite[] }
  | { dialog: "acknowledge"; kind: FindingKind; sites: readonly NamedSite[] }
  | { dialog: "extend"; site: SiteRow }
  | { dialog: "unblock" | "explain-block"; block: BlockState };
