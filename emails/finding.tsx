import { alsoNotes, alsoRows, withAlso } from "./also-found";
import type { Facts } from "./facts";
import { findingTitle, isCalm, mendedLine, seenText } from "./finding-labels";
import type { Letter, SiteEntry } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { fromSite, letterOnSites, whenRow, withNames } from "./wording";

/** Alert: monitoring found something that is worse than a public site, or that broke; or it is gone again. */
export function findingLetter(facts: Facts<"finding">, t: MailTranslator): Letter {
  const props = { ...facts, sites: withNames(facts.sites, t) };
  const { also, at, detail, finding, phase, sites } = props;
  const isMended = phase === "mended";
  const letter = letterOnSites(
    props,
    {
      ...findingTitle(props, t),
      tone: isMended ? "closed" : isCalm(finding) ? "calm" : "outside",
      lead: [isMended ? mendedLine(finding, t) : t.finding(finding, "meaning")],
      button: "watched.button",
      notes: isMended ? [] : alsoNotes(t.finding(finding, "remedy"), also, sites, t),
    },
    t,
  );
  const label = t.text("watched.seenLabel");
  const entries = sites.map((site): SiteEntry => {
    if (site.detail === null) return { ...fromSite(site), details: [] };
    const line = t.line("frame.labelled", { label, value: { outside: seenText(site.detail, t) } });
    return letter.tone === "outside"
      ? { ...fromSite(site), alarm: line, details: [] }
      : { ...fromSite(site), details: [line] };
  });
  return {
    ...letter,
    ...(letter.sites && { sites: { ...letter.sites, entries: withAlso(entries, also, t) } }),
    rows: [
      whenRow(at, t),
      ...(detail === null ? [] : [{ label, lines: [[{ outside: seenText(detail, t) }]] }]),
      ...alsoRows(also, t),
    ],
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
} satisfies Facts<"finding">);
