import type { TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Moment, Site, Sites } from "./facts";
import type { Block, FactRow } from "./letter";
import type { Line } from "./line";
import { outside } from "./outside";
import type { MailKey, Say } from "./say";

/**
 * What a sentence about sites is given: `{count}`, and `{named}` with the one site's `{name}` if there is one alone.
 * A message says: {named, select, yes {“{name}” was …} other {{count, plural, one {# site was …} other {# sites were …}}}}
 */
export function siteValues({ sites, total }: Sites) {
  const only = total === 1 ? sites[0] : undefined;
  return { count: total, named: only ? "yes" : "no", name: { outside: only?.name ?? "" } };
}

/** Who, when, from which address and browser: the rows every alert about a person's command begins with. */
export function authorRows(actor: Author, at: Moment, say: Say): FactRow[] {
  return [
    { label: say.text("frame.who"), lines: [[{ outside: actor.login }]], isAuthor: true },
    { label: say.text("frame.when"), lines: say.moment(at) },
    { label: say.text("frame.ip"), lines: [[actor.ip === null ? say.text("frame.notKnown") : { outside: actor.ip }]] },
    {
      label: say.text("frame.browser"),
      lines: [[actor.browser === null ? say.text("frame.notKnown") : { outside: actor.browser }]],
    },
  ];
}

/** Why it was done, where a reason was asked for. */
export function reasonRows(reason: TypedText | null, say: Say): FactRow[] {
  return reason === null ? [] : [{ label: say.text("frame.why"), lines: [[outside(reason)]] }];
}

type SitesBlock = Extract<Block, { type: "sites" }>;

/** The table of sites with their ids. `listLink` is where those that are not named here can be seen. */
export function sitesBlock({ sites, total }: Sites, title: string, listLink: string, say: Say): SitesBlock {
  return {
    type: "sites",
    title,
    columns: [say.text("frame.site"), say.text("frame.id")],
    entries: sites.map((site) => ({ ...fromSite(site), aside: String(site.id), details: [] })),
    more: total > sites.length ? { count: total - sites.length, link: listLink } : null,
  };
}

/** What every entry of a site table shows of the site itself. */
export function fromSite({ name, url, link }: Site) {
  return { name, url, link };
}

/** The one button: to the site's own row if there is only one, else to the list. */
export function openButton({ sites, total, links }: Sites & Pick<Common, "links">, say: Say): Block {
  const only = total === 1 ? sites[0] : undefined;
  return { type: "button", label: say.text("frame.open"), href: only?.link ?? links.publicAccess };
}

/** What to do about sites that should not be public. The link only opens a page. `key` says what to do there. */
export function makePrivateStep(key: MailKey, total: number, say: Say): Line {
  return say.line(key, { count: total });
}

/** What to do if somebody may have used the account of `login`. */
export function accountSteps(login: string, say: Say): Line[] {
  return [say.line("frame.changePassword", { who: { outside: login } }), say.line("frame.tellTheOthers")];
}
