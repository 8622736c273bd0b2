import type { Author, Common, Sites } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { button, fromRow, mistakeNotes, siteList, whenRow, withNames } from "./wording";

type What = "reduced-to-view" | "unclear-removed" | "orphans-removed";

export type RowsMendedProps = Common & Sites & { actor: Author; what: What };

const WORDS = { "reduced-to-view": "reduced", "unclear-removed": "unclear", "orphans-removed": "orphans" } as const;

/** Alert: a Super User removed permissions of anonymous that were too many or wrong. No site became public. */
export function rowsMendedLetter(facts: RowsMendedProps, t: MailTranslator): Letter {
  const props = { ...facts, sites: withNames(facts.sites, t) };
  const { actor, at, host, links, what } = props;
  const words = WORDS[what];
  const values = { ...siteValues(props, t), who: { outside: actor.login } };
  return {
    subject: subjectOf(`rowsMended.${words}.subject`, { host, about: props, who: actor.login }, t),
    tone: "closed",
    headline: t.line(`rowsMended.${words}.headline`, values),
    lead: [t.line(`rowsMended.${words}.lead`, values)],
    button: button("frame.review", props, t),
    notes: mistakeNotes(t.line(`rowsMended.${words}.step`, values), actor, t),
    sites: siteList(props, links.activity),
    rows: [whenRow(at, t), fromRow(actor, t)],
    at,
    host,
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
