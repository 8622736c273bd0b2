import type { TypedText } from "@/lib/platform/typed-text-terms";
import { type AlsoFound, alsoNotes, alsoRows, withAlso } from "./also-found";
import { exposureRow } from "./exposure";
import type { Common, Exposure, Site, Sites, Traces } from "./facts";
import { findingLabel, findingShape } from "./finding-labels";
import type { FactRow, Letter, SiteEntry } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { outside } from "./outside";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { tracesRows } from "./traces";
import { button, fromSite, siteList, whenRow } from "./wording";

/** What was known of a site before it was made private outside; `until` is its last day: `2026-12-11`. */
type Earlier = { by: string | null; reason: TypedText | null; until: string | null };
type SiteBack = Site & { earlier?: Earlier | undefined };

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

/** Alert: the watch found sites that were made public, and not here. */
export function publicOutsideLetter(props: PublicOutsideProps, t: MailTranslator): Letter {
  const { also, at, earlierEnds = 0, exposure, host, links, sites, total, traces } = props;
  const values = siteValues(props, t);
  const urgent = also.find(({ finding }) => findingShape(finding).isUrgent);
  return {
    subject: urgent
      ? findingLabel({ ...urgent, host }, t).subject
      : subjectOf("publicOutside.subject", { host, about: props }, t),
    tone: "outside",
    headline: t.line("publicOutside.headline", values),
    lead: [
      t.line("publicOutside.lead", values),
      // Who was active is said below, and with it that this is not recorded.
      ...(traces?.found ? [] : [t.line("watched.notRecorded")]),
    ],
    button: button("frame.makeThemPrivate", props, t),
    notes: alsoNotes([t.line("watched.nobodyKnows")], also, { host }, t),
    sites: {
      ...siteList(props, links.publicAccess),
      entries: withAlso(
        sites.map((site) => backAgain(site, t)),
        also,
        t,
      ),
    },
    rows: [
      when(props, t),
      ...(earlierEnds === 0
        ? []
        : [{ label: t.text("frame.end"), lines: [t.line("publicOutside.ends", { count: earlierEnds })] }]),
      ...alsoRows(also, host, t),
      ...(traces ? tracesRows(traces, { total, link: links.activity }, t) : []),
      exposureRow(exposure, t),
    ],
    at,
    host,
  };
}

function when({ at, traces }: PublicOutsideProps, t: MailTranslator): FactRow {
  return traces ? { label: t.text("frame.when"), lines: [[t.between(traces.from, at)]] } : whenRow(at, t);
}

/** A site that came back, with the end date that holds again, and who published it before and why. */
function backAgain(site: SiteBack, t: MailTranslator): SiteEntry {
  const { by = null, reason = null, until = null } = site.earlier ?? {};
  return {
    ...fromSite(site),
    details: [
      ...(until === null ? [] : [t.line("publicOutside.earlierEnd", { day: t.day(until) })]),
      ...(by === null
        ? []
        : [t.line("publicOutside.previously", { by: { outside: by }, reason: reason ? outside(reason) : "" })]),
    ],
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
