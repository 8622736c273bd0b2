import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Site } from "./facts";
import type { FindingKind, FindingWords, Phase } from "./finding-facts";
import { findingWords } from "./finding-words";
import type { Block, FactRow, Letter, Line } from "./letter";
import { Say } from "./say";
import { fitSubject, subjectOf } from "./subject";
import { fromSite, momentLines, namedOrCounted, openButton } from "./wording";

/** `detail` is what exactly was seen. `sites` is empty when it is about the user `anonymous` itself. */
export type FindingProps = Common & {
  finding: FindingKind;
  phase: Phase;
  sites: readonly (Site & { detail: string })[];
  total: number;
  detail: string | null;
};

const LABEL: Record<Phase, string> = { found: "Found by the watch", worse: "Worse than before", mended: "Mended" };

function sitesSeen({ links, phase, sites, total }: FindingProps, words: FindingWords): Block {
  const isAlarming = phase !== "mended" && words.tone === "outside";
  return {
    type: "sites",
    title: total === 1 ? "The site" : "The sites",
    columns: ["Site", "ID"],
    entries: sites.map((site) => {
      const entry = { ...fromSite(site), aside: String(site.id) };
      if (site.detail === "") return { ...entry, details: [] };
      return isAlarming
        ? { ...entry, alarm: [`${words.seen}: `, { outside: site.detail }], details: [] }
        : { ...entry, details: [["Seen: ", { outside: site.detail }]] };
    }),
    more: total > sites.length ? { count: total - sites.length, link: links.publicAccess } : null,
  };
}

function known({ at, detail, phase }: FindingProps): FactRow[] {
  return [
    { label: "Noticed", lines: momentLines(at) },
    ...(detail === null || detail === "" ? [] : [{ label: "Seen", lines: [[{ outside: detail }]] }]),
    ...(phase === "mended" ? [] : [{ label: "Who did it", lines: [["Not known: Matomo does not record it"]] }]),
  ];
}

/** Alert: the watch found something that is worse than a public site, or that broke; or it is gone again. */
export function findingLetter(props: FindingProps, say: Say): Letter {
  const { finding, host, links, phase, sites, total } = props;
  const words = findingWords(finding, total);
  const isMended = phase === "mended";
  const isAboutSites = sites.length > 0;
  const lead: readonly Line[] = isMended ? [words.mended] : words.meaning;
  return {
    subject: isAboutSites
      ? subjectOf(props, (what, where) => `${words.subject[phase]}: ${what} on ${where}`)
      : fitSubject((_, where) => `${words.subject[phase]} on ${where}`, "", host),
    tone: isMended ? "closed" : words.tone,
    label: words.isUrgent && !isMended ? "Urgent" : LABEL[phase],
    headline: [...(words.isAboutMatomo ? [] : namedOrCounted(props)), words.headline[phase]],
    lead,
    blocks: [
      sitesSeen(props, words),
      { type: "facts", title: "What is known", rows: known(props) },
      openButton(props),
      ...(isMended ? [] : [{ type: "steps", title: "What to do", items: words.steps } as const]),
    ],
    host,
    links,
  };
}

export default function Finding({ lang, recipient, ...props }: FindingProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={findingLetter(props, say)} frame={{ say, recipient }} />;
}

Finding.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "9 December 2026, 04:10 UTC", local: "9 December 2026, 05:10 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  finding: "writable",
  phase: "found",
  sites: [
    {
      id: 31,
      name: "Staff intranet",
      url: "https://intranet.example",
      link: "https://portal.example/public-access?site=31",
      detail: "admin",
    },
  ],
  total: 1,
  detail: null,
} satisfies FindingProps & Frame;
