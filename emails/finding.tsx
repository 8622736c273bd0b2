import { type AlsoFound, alsoNotes, alsoRows, withAlso } from "./also-found";
import type { Common, Site } from "./facts";
import type { FindingKind, FindingWords, Phase, Seen } from "./finding-facts";
import { findingLabel } from "./finding-labels";
import type { Letter, SiteEntry } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { seenText } from "./seen-label";
import { button, fromSite, siteList, whenRow, withNames } from "./wording";

/** `detail` is what exactly was seen. `sites` is empty when it is about the user `anonymous` itself. */
type FindingProps = Common & {
  finding: FindingKind;
  phase: Phase;
  sites: readonly (Site & { detail: Seen | null })[];
  total: number;
  detail: Seen | null;
  /** what else the same watch found, told in this mail alone */
  also: readonly AlsoFound[];
};

function sitesSeen({ phase, sites }: FindingProps, { tone }: FindingWords, t: MailTranslator): SiteEntry[] {
  const isAlarming = phase !== "mended" && tone === "outside";
  return sites.map((site): SiteEntry => {
    if (site.detail === null) return { ...fromSite(site), details: [] };
    const line = t.line("watched.seen", { what: { outside: seenText(site.detail, t) } });
    return isAlarming ? { ...fromSite(site), alarm: line, details: [] } : { ...fromSite(site), details: [line] };
  });
}

/** Alert: the watch found something that is worse than a public site, or that broke; or it is gone again. */
export function findingLetter(facts: FindingProps, t: MailTranslator): Letter {
  const props = { ...facts, sites: withNames(facts.sites, t) };
  const { also, at, detail, host, links, phase, sites } = props;
  const words = findingLabel(props, t);
  const isMended = phase === "mended";
  return {
    subject: words.subject,
    tone: isMended ? "closed" : words.tone,
    headline: words.headline,
    lead: isMended ? [words.mended] : words.meaning,
    button: button("watched.button", props, t),
    notes: isMended ? [] : alsoNotes(words.steps, also, { host, known: sites }, t),
    sites: {
      ...siteList(props, links.publicAccess),
      entries: withAlso(sitesSeen(props, words, t), also, t),
    },
    rows: [
      whenRow(at, t),
      ...(detail === null ? [] : [{ label: t.text("watched.seenLabel"), lines: [[{ outside: seenText(detail, t) }]] }]),
      ...alsoRows(also, host, t),
    ],
    at,
    host,
  };
}

export default previewOf(findingLetter, {
  ...FRAME,
  at: { utc: "2026-12-09 04:10 UTC", local: "2026-12-09 05:10 (Europe/Berlin)" },
  finding: "writable",
  phase: "found",
  sites: [
    {
      ...aSite(31, "Staff intranet", "https://intranet.example"),
      detail: { type: "texts", texts: "admin", more: 0 },
    },
  ],
  total: 1,
  detail: null,
  also: [],
} satisfies FindingProps);
