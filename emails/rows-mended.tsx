import type { Facts } from "./facts";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { letterOnSites, notWho, withNames } from "./wording";

const TITLES = {
  "reduced-to-view": "rowsMended.reduced",
  "unclear-removed": "rowsMended.unclear",
  "orphans-removed": "rowsMended.orphans",
} as const;

/** Alert: a Super User removed permissions of anonymous that were too many or wrong. No site became public. */
export function rowsMendedLetter(props: Facts<"rows-mended">, t: MailTranslator) {
  const { actor, links, sites, what } = props;
  return letterOnSites(
    { ...props, sites: withNames(sites, t) },
    {
      title: TITLES[what],
      tone: "closed",
      lead: [t.line(what === "reduced-to-view" ? "rowsMended.stillPublic" : "frame.neither")],
      notes: [notWho(actor, t)],
      list: links.activity,
    },
    t,
  );
}

export default previewOf(rowsMendedLetter, {
  ...FRAME,
  at: { utc: "2026-12-03 10:15 UTC", local: "2026-12-03 11:15 (Europe/Berlin)" },
  sites: [aSite(12, "Botanical garden", "https://garden.example")],
  total: 1,
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  what: "reduced-to-view",
} satisfies Facts<"rows-mended">);
