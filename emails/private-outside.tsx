import type { Common, Sites, Traces } from "./facts";
import { firstMissingRow, noticedRow, previousCheckRow } from "./known-rows";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { withNames } from "./site-names";
import { subjectOf } from "./subject";
import { tracesBlocks } from "./traces";
import { openButton, sitesBlock, siteValues } from "./wording";

type PrivateOutsideProps = Common & Sites & { traces?: Traces | undefined };

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

export default previewOf(privateOutsideLetter, {
  ...FRAME,
  at: { utc: "2026-11-25 03:20 UTC", local: "2026-11-25 04:20 (Europe/Berlin)" },
  sites: [
    aSite(31, "Staff intranet", "https://intranet.example"),
    aSite(7, "City library & archive", "https://library.example"),
  ],
  total: 2,
} satisfies PrivateOutsideProps);
