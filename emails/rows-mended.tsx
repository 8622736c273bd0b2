import type { Author, Common, Sites } from "./facts";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { MailKey, Say } from "./say";
import { withNames } from "./site-names";
import { subjectOf } from "./subject";
import { accountSteps, authorRows, openButton, sitesBlock, siteValues } from "./wording";

type What = "reduced-to-view" | "unclear-removed" | "orphans-removed";

export type RowsMendedProps = Common & Sites & { actor: Author; what: What };

const WORDS = { "reduced-to-view": "reduced", "unclear-removed": "unclear", "orphans-removed": "orphans" } as const;

const MEANING: Record<What, readonly MailKey[]> = {
  "reduced-to-view": ["rowsMended.reduced.stillPublic", "rowsMended.reduced.gone", "rowsMended.reduced.notUndone"],
  "unclear-removed": ["rowsMended.unclear.gaveNothing", "rowsMended.unclear.errorOver"],
  "orphans-removed": ["rowsMended.orphans.hadNoSite", "rowsMended.orphans.sameId"],
};

/** Alert: a Super User put rows of anonymous in order. No site became public by it. */
export function rowsMendedLetter(facts: RowsMendedProps, say: Say): Letter {
  const props = { ...facts, sites: withNames(facts.sites, say) };
  const { actor, at, host, links, total, what } = props;
  const words = WORDS[what];
  const count = { count: total };
  return {
    subject: subjectOf(props, `rowsMended.${words}.subject`, say),
    tone: "closed",
    label: say.text(`rowsMended.${words}.label`),
    headline: say.line(`rowsMended.${words}.headline`, siteValues(props)),
    lead: [say.line(`rowsMended.${words}.lead`, { ...count, who: { outside: actor.login }, host: { outside: host } })],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", count), links.activity, say),
      { type: "facts", title: say.text("frame.whoAndWhen"), rows: authorRows(actor, at, say) },
      openButton(props, say),
      { type: "list", title: say.text("frame.whatThisMeans"), items: MEANING[what].map((key) => say.line(key, count)) },
      {
        type: "steps",
        title: say.text("frame.notMeant"),
        items: [say.line(`rowsMended.${words}.step`, count), ...accountSteps(actor.login, say)],
      },
    ],
    host,
    links,
  };
}

export default previewOf(rowsMendedLetter, {
  ...FRAME,
  at: { utc: "2026-12-03 10:15 UTC", local: "2026-12-03 11:15 (Europe/Berlin)" },
  sites: [aSite(12, "Botanical garden", "https://garden.example")],
  total: 1,
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  what: "reduced-to-view",
} satisfies RowsMendedProps);
