import type { Author, Common, Moment, Site, Sites } from "./facts";
import type { Block, FactRow, Line, Run } from "./letter";
import { countSites } from "./subject";

/** “Shop”, or "3 sites": what the change is about, at the start of a headline. */
export function namedOrCounted({ sites, total }: Sites): Run[] {
  const only = total === 1 ? sites[0] : undefined;
  return only ? ["“", { outside: only.name }, "”"] : [countSites(total)];
}

/** "this site" or "these sites". */
export const theseSites = (total: number) => (total === 1 ? "this site" : "these sites");
export const wasOrWere = (total: number) => (total === 1 ? "was" : "were");
export const itOrThem = (total: number) => (total === 1 ? "it" : "them");

/** Both clocks, or one line if they agree. */
export function momentLines(moment: Moment): Line[] {
  return moment.utc === moment.local ? [[moment.utc]] : [[moment.utc], [moment.local]];
}

/** Who, when, from which address and browser: the rows every alert about a person's deed begins with. */
export function authorRows(actor: Author, at: Moment): FactRow[] {
  return [
    { label: "Who", lines: [[{ outside: actor.login }]] },
    { label: "When", lines: momentLines(at) },
    { label: "IP address", lines: [[actor.ip === null ? "Not known" : { outside: actor.ip }]] },
    { label: "Browser", lines: [[actor.browser === null ? "Not known" : { outside: actor.browser }]] },
  ];
}

/** The table of sites with their ids. `listLink` is where those that are not named here can be seen. */
export function sitesBlock({ sites, total }: Sites, title: string, listLink: string): Block {
  return {
    type: "sites",
    title,
    columns: ["Site", "ID"],
    entries: sites.map((site) => ({ ...fromSite(site), aside: String(site.id), details: [] })),
    more: total > sites.length ? { count: total - sites.length, link: listLink } : null,
  };
}

/** What every entry of a site table shows of the site itself. */
export function fromSite({ name, url, link }: Site) {
  return { name, url, link };
}

/** The one button: to the site's own row if there is only one, else to the list. */
export function openButton({ sites, total, links }: Sites & Pick<Common, "links">): Block {
  const only = total === 1 ? sites[0] : undefined;
  return { type: "button", label: "Open in Public Access", href: only?.link ?? links.publicAccess };
}

/** What to do about a site that should not be public: `deed` is "make it private". The link only opens a page. */
export function makePrivateStep(deed: string): Line {
  return [
    `Open Public Access and ${deed}. That ends access at once, but does not call back copies made until then. The link only opens the page: nothing changes until you say so there.`,
  ];
}

/** What to do if somebody may have used the account of `login`. */
export function accountSteps(login: string): Line[] {
  return [
    ["If you are ", { outside: login }, ", change your Matomo password: somebody else may know it."],
    ["Tell the other Super Users. They got this mail too."],
  ];
}
