import { type AlsoFound, alsoBlocks, alsoSteps, withAlso } from "./also-found";
import type { Common, Site } from "./facts";
import type { FindingKind, FindingWords, Phase, Seen } from "./finding-facts";
import { findingWords } from "./finding-words";
import { noticedRow, notRecordedRow } from "./known-rows";
import type { Block, FactRow, Letter, SiteEntry } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { seenText } from "./seen-words";
import { withNames } from "./site-names";
import { fromSite, openButton } from "./wording";

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

/** What is said before what was seen, in red. */
const SEEN_AS: Partial<Record<FindingKind, string>> = { writable: "writable", "null-access": "withoutValue" };

function sitesSeen(props: FindingProps, words: FindingWords, say: Say): Block {
  const { also, finding, links, phase, sites, total } = props;
  const isAlarming = phase !== "mended" && words.tone === "outside";
  const as = isAlarming ? (SEEN_AS[finding] ?? "other") : "other";
  const entries = sites.map((site): SiteEntry => {
    const entry = { ...fromSite(site), aside: String(site.id) };
    if (site.detail === null) return { ...entry, details: [] };
    const what = { outside: seenText(site.detail, say) };
    const line = say.line("watched.seenAs", { as, what });
    return isAlarming ? { ...entry, alarm: line, details: [] } : { ...entry, details: [line] };
  });
  return {
    type: "sites",
    title: say.text("frame.theSites", { count: total }),
    columns: [say.text("frame.site"), say.text("frame.id")],
    entries: withAlso(entries, also, say),
    more: total > sites.length ? { count: total - sites.length, link: links.publicAccess } : null,
  };
}

function known({ at, detail, phase }: FindingProps, say: Say): FactRow[] {
  return [
    noticedRow(at, say),
    ...(detail === null ? [] : [{ label: say.text("watched.seen"), lines: [[{ outside: seenText(detail, say) }]] }]),
    ...(phase === "mended" ? [] : [notRecordedRow(say)]),
  ];
}

/** Alert: the watch found something that is worse than a public site, or that broke; or it is gone again. */
export function findingLetter(facts: FindingProps, say: Say): Letter {
  const props = { ...facts, sites: withNames(facts.sites, say) };
  const { also, host, links, phase } = props;
  const words = findingWords(props, say);
  const isMended = phase === "mended";
  const steps = alsoSteps(words.steps, also, { host, known: props.sites }, say);
  return {
    subject: words.subject,
    tone: isMended ? "closed" : words.tone,
    label: say.text(words.isUrgent && !isMended ? "findings.urgent" : `findings.label.${phase}`),
    headline: words.headline,
    lead: isMended ? [words.mended] : words.meaning,
    blocks: [
      sitesSeen(props, words, say),
      { type: "facts", title: say.text("watched.known"), rows: known(props, say) },
      openButton(props, say),
      ...alsoBlocks(also, host, say),
      ...(isMended ? [] : [{ type: "steps", title: say.text("watched.toDo"), items: steps } as const]),
    ],
    host,
    links,
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
