import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import type { SiteRow } from "@/lib/domain/public-access/schema";

/** What every row of the list, and the panel of a site, is given. */
export type RowContext = {
  asOf: string;
  timeZone: string;
  /** what was searched for, to be marked; "" for nothing */
  search: string;
  /** false while what is shown may not be true any more: then nothing can be done */
  isCurrent: boolean;
  /** while it is not, "Make public" is not offered; the page says why */
  mayPublish: boolean;
  /** something is chosen, so that a narrow screen shows what chooses more */
  isChoosing: boolean;
  isChosen: (siteId: number) => boolean;
  onChoose: (sites: readonly SiteRow[], chosen: boolean) => void;
  onShow: (dialog: OpenDialog) => void;
  /** begins the flow of publishing */
  onPublish: (sites: readonly SiteRow[]) => void;
  /** makes a site private at once */
  onMakePrivate: (site: SiteRow) => void;
  /** what was made private here just now, or is about to be */
  privateNow: { isUnderWay: (siteId: number) => boolean; was: (siteId: number) => boolean };
  /** the address of a site's panel */
  pathOf: (siteId: number) => string;
  /** opens the panel of a site */
  onOpen: (siteId: number) => void;
  /** opens the menu of what else can be done with a site, at its button */
  onMenu: (site: SiteRow, button: HTMLElement) => void;
};

/** Whether there is anything that can be done with a site, so that it can be chosen. */
export function isChoosable(site: Pick<SiteRow, "isPublic">, { mayPublish }: Pick<RowContext, "mayPublish">): boolean {
  return site.isPublic || mayPublish;
}
