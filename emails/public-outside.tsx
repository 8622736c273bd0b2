import { type AlsoFound, alsoBlocks, alsoSteps, withAlso } from "./also-found";
import { type SiteBack, untilWords, withEarlier } from "./earlier";
import { exposureBlock } from "./exposure";
import type { Common, Exposure, Sites, Traces } from "./facts";
import { findingShape, findingWords } from "./finding-words";
import { noticedRow, previousCheckRow } from "./known-rows";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { tracesBlocks } from "./traces";
import { makePrivateStep, openButton, sitesBlock, siteValues } from "./wording";

type PublicOutsideProps = Common &
  Omit<Sites, "sites"> & {
    sites: readonly SiteBack[];
    /** on how many of all the sites an end date holds again */
    earlierEnds?: number | undefined;
    exposure: Exposure;
    /** what else the same watch found on these sites, told in this mail alone */
    also: readonly AlsoFound[];
    traces?: Traces | undefined;
  };

/** Alert: the watch found sites that were made public, and not in the portal. */
export function publicOutsideLetter(props: PublicOutsideProps, say: Say): Letter {
  const { also, at, exposure, host, links, total, traces } = props;
  const sites = sitesBlock(props, say.text("frame.theSites", { count: total }), links.publicAccess, say);
  const steps = [
    say.line("publicOutside.ask", { count: total }),
    makePrivateStep("frame.makePrivateAgain", total, say),
    say.line("publicOutside.secure"),
  ];
  const urgent = also.find(({ finding }) => findingShape(finding).isUrgent);
  return {
    subject: urgent ? findingWords({ ...urgent, host }, say).subject : subjectOf(props, "publicOutside.subject", say),
    tone: "outside",
    label: say.text(urgent ? "findings.urgent" : "watched.outside"),
    headline: say.line("publicOutside.headline", siteValues(props)),
    lead: [say.line("publicOutside.lead", { count: total, host: { outside: host } }), say.line("watched.whoCould")],
    blocks: [
      { ...sites, entries: withAlso(withEarlier(sites.entries, props.sites, say), also, say) },
      {
        type: "facts",
        title: say.text("watched.known"),
        rows: [
          ...(traces ? [previousCheckRow(traces.from, say)] : []),
          noticedRow(at, say),
          { label: say.text("frame.who"), lines: [[say.text("watched.notRecorded")]] },
          { label: say.text("frame.why"), lines: [[say.text("frame.notKnown")]] },
          { label: say.text("frame.until"), lines: [[untilWords(props, say)]] },
        ],
      },
      openButton(props, say),
      ...alsoBlocks(also, host, say),
      ...(traces ? tracesBlocks(traces, { total, link: links.activity }, say) : []),
      exposureBlock(exposure, total, say.text("publicOutside.exposure"), say),
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: alsoSteps(steps, also, { host }, say),
      },
    ],
    host,
    links,
  };
}

export default previewOf(publicOutsideLetter, {
  ...FRAME,
  at: { utc: "2026-11-25 03:15 UTC", local: "2026-11-25 04:15 (Europe/Berlin)" },
  sites: [aSite(31, "Staff intranet", "https://intranet.example")],
  total: 1,
  exposure: { visitsLog: "shown", visitorProfile: "hidden", userIds: "shown" },
  also: [],
  traces: {
    from: { utc: "2026-11-25 03:10 UTC", local: "2026-11-25 04:10 (Europe/Berlin)" },
    to: { utc: "2026-11-25 03:15 UTC", local: "2026-11-25 04:15 (Europe/Berlin)" },
    found: {
      pages: true,
      tokens: true,
      activityLog: false,
      counts: { active: 1, possible: 1, unknown: 0, absent: 1 },
      people: [
        {
          ...{ login: "jonas", right: "admin", sites: 1, was: "active", moreTokens: 0 },
          pages: { was: "active" },
          tokens: [{ description: "Nightly export", was: "active" }],
        },
        {
          ...{ login: "anna", right: "super-user", sites: 1, was: "possible", tokens: [], moreTokens: 0 },
          pages: { was: "possible" },
        },
        { login: "mei", right: "super-user", sites: 1, was: "absent", pages: null, tokens: [], moreTokens: 0 },
      ],
    },
  },
} satisfies PublicOutsideProps);
