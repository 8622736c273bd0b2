import { charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Site, Sites, Timestamp } from "./facts";
import type { FactRow, Letter, SiteList } from "./letter";
import type { Line } from "./line";
import type { MailKey, MailTranslator } from "./mail-translator";
import { titled } from "./subject";

/** What a letter about sites has of its own. `list`: where sites that are not named can be seen, and `who`: if no `actor`. */
type OwnOfSites = Pick<Letter, "tone" | "lead" | "notes"> & {
  title: MailKey;
  who?: string;
  values?: Record<string, string | number>;
  button?: MailKey;
  list?: string;
  rows?: readonly FactRow[];
};

/** A letter about sites: what happened to them, by whom, when and from where. */
export function letterOnSites(
  props: Common & Sites & { actor?: Author | null },
  { title, who, values, button: label = "frame.review", list, rows = [], ...own }: OwnOfSites,
  t: MailTranslator,
): Letter {
  const { actor, at, host, links } = props;
  return {
    ...titled(title, { host, about: props, who: actor?.login ?? who ?? "", ...(values && { values }) }, t),
    ...own,
    button: button(label, props, t),
    sites: siteList(props, list ?? links.publicAccess),
    rows: [whenRow(at, t), ...(actor ? [fromRow(actor, t)] : []), ...rows],
    at,
    host,
  };
}

/** What a person typed, as a piece of a sentence that is set apart from our own words. */
export const outside = (text: TypedText) => ({ outside: charactersOf(text) });

/** When it was, in the instance's time zone; the small print says it in UTC. */
export const whenRow = (at: Timestamp, t: MailTranslator): FactRow => ({
  label: t.text("frame.when"),
  lines: [[t.moment(at)]],
});

/** Address and browser of a person's change. */
export function fromRow({ ip, browser }: Author, t: MailTranslator): FactRow {
  const from = {
    ip: ip === null ? t.text("frame.unknownAddress") : { outside: ip },
    browser: browser === null ? t.text("frame.unknownBrowser") : { outside: browser },
  };
  return { label: t.text("frame.from"), lines: [t.line("frame.address", from)] };
}

/** `first, second`, as the language lists. */
export const both = (first: Line, second: Line, t: MailTranslator) => t.line("frame.both", { first, second });

/** That anyone can read the reports, and until when. */
export const publicLine = (until: Timestamp | null, t: MailTranslator) =>
  t.line("frame.public", { end: endOf(until, t) });

export const endOf = (until: Timestamp | null, t: MailTranslator): Line =>
  until ? t.line("frame.through", { day: t.lastDay(until) }) : t.line("frame.noEnd");

/** Why it was done, where a reason was asked for. */
export function reasonRows(reason: TypedText | null, t: MailTranslator): FactRow[] {
  if (reason === null) return [];
  const line = charactersOf(reason) === "" ? [t.text("frame.noReason")] : [outside(reason)];
  return [{ label: t.text("frame.reason"), lines: [line], isOfThisChange: true }];
}

/** The sites with their ids and addresses. `link` is where those that are not named here can be seen. */
export function siteList({ sites, total }: Sites, link: string): SiteList {
  return {
    entries: sites.map((site) => ({ ...fromSite(site), details: [] })),
    more: total > sites.length ? { count: total - sites.length, link } : null,
  };
}

/** What every entry of a list of sites shows of the site itself. */
export const fromSite = ({ id, name, url, link }: Site) => ({ id, name, url, link });

/** The one button: to the site itself if there is only one, else to the list. */
function button(key: MailKey, { sites, total, links }: Sites & Pick<Common, "links">, t: MailTranslator) {
  const only = total === 1 ? sites[0] : undefined;
  return { label: t.text(key), href: only?.link ?? links.publicAccess };
}

/** What to do if a change was a mistake, and if it was not the person whose login it was made with. */
export const mistakeNotes = (actor: { login: string } | null, t: MailTranslator): Line[] => [
  t.line("frame.undo"),
  ...(actor ? [notWho(actor, t)] : []),
];

export const notWho = ({ login }: { login: string }, t: MailTranslator) =>
  t.line("frame.notWho", { who: { outside: login } });

/** The same sites, with those that Matomo has deleted called so in the reader's language. */
export function withNames<S extends { id: number; name: string }>(sites: readonly S[], t: MailTranslator): S[] {
  return sites.map((site) => ({ ...site, name: nameOf(site, t) }));
}

/** The facts name a deleted site in English, as the audit log does (lib/messaging/alerts/changed-sites.ts). */
function nameOf({ id, name }: { id: number; name: string }, t: MailTranslator): string {
  return name === `Site ${id} (deleted in Matomo)` ? t.text("watched.deletedSite", { id: String(id) }) : name;
}
