import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Sites, Traces } from "./facts";
import { firstMissingRow, noticedRow, previousCheckRow } from "./known-rows";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { withNames } from "./site-names";
import { subjectOf } from "./subject";
import { tracesBlocks } from "./traces";
import { openButton, sitesBlock, siteValues } from "./wording";

export type PrivateOutsideProps = Common & Sites & { traces?: Traces | undefined };

/** Alert: the watch found that public sites were made private, and not in the portal. */
export function privateOutsideLetter(facts: PrivateOutsideProps, say: Say): Letter {
  const props = { ...facts, sites: withNames(facts.sites, say) };
  const { at, host, links, total, traces } = props;
  return {
    subject: subjectOf(props, "privateOutside.subject", say),
    tone: "closed",
    label: say.text("watched.outside"),
    headline: say.line("privateOutside.headline", siteValues(props)),
    lead: [say.line("privateOutside.lead", { count: total, host: { outside: host } }), say.line("watched.whoCould")],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", { count: total }), links.activity, say),
      {
        type: "facts",
        title: say.text("watched.known"),
        rows: [
          noticedRow(at, say),
          ...(traces ? [firstMissingRow(traces.to, say), previousCheckRow(traces.from, say)] : []),
          { label: say.text("frame.who"), lines: [[say.text("watched.notRecorded")]] },
        ],
      },
      openButton(props, say),
      ...(traces ? tracesBlocks(traces, { total, link: links.activity }, say) : []),
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [say.line("privateOutside.makePublic", { count: total }), say.line("privateOutside.secure")],
      },
    ],
    host,
    links,
  };
}

export default function PrivateOutside({ lang, recipient, log, ...props }: PrivateOutsideProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={privateOutsideLetter(props, say)} frame={{ say, recipient, log }} />;
}

PrivateOutside.PreviewProps = {
  lang: "en",
  recipient: "anna",
  log: { seq: 1234, hash: "a1b2c3d4e5f6" },
  at: { utc: "2026-11-25 03:20 UTC", local: "2026-11-25 04:20 (Europe/Berlin)" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  sites: [
    {
      id: 31,
      name: "Staff intranet",
      url: "https://intranet.example",
      link: "https://portal.example/public-access?site=31",
    },
    {
      id: 7,
      name: "City library & archive",
      url: "https://library.example",
      link: "https://portal.example/public-access?site=7",
    },
  ],
  total: 2,
} satisfies PrivateOutsideProps & PreviewFrame;
