import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import type { SiteRow } from "@/lib/domain/public-access/schema";

/** What every row of the list, and the panel of a site, is given. */
export type RowContext = {
  asOf: string;
  timeZone: string;
  /** false while what is shown may not be true any more: then every action is disabled */
  isCurrent: boolean;
  /** while it is not, "Make public" is not offered; the page says why */
  mayPublish: boolean;
  isChosen: (siteId: number) => boolean;
  onChoose: (sites: readonly SiteRow[], chosen: boolean) => void;
  onShow: (dialog: OpenDialog) => void;
  /** begins the flow of publishing */
  onPublish: (sites: readonly SiteRow[]) => void;
  /** opens the panel of a site */
  onOpen: (siteId: number) => void;
};

/** Whether there is anything that can be done with a site, so that it can be chosen. */
export function isChoosable(site: Pick<SiteRow, "isPublic">, { mayPublish }: Pick<RowContext, "mayPublish">): boolean {
  return site.isPublic || mayPublish;
}
